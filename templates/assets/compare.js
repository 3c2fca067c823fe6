/* 比较：改动的句子里逐字标出。On the pages of two neighbouring editions the words that changed are marked in
   the sentences that come into view. @short-names */
(function (d) {
"use strict";

function make(name, parent, text) {
  var made = d.createElement(name);
  made.textContent = text;
  parent.append(made);
}

{% include "compare/letters.js" %}

letters(d.querySelector(".sides"));
})(document);
