/* 比较：任选两卷逐句对照。compare.html sets any two editions side by side from the scripts in compare/data,
   as the pages of neighbouring editions are built. It is given its words. @short-names */
(function (d) {
"use strict";

var words = {{ words }}, form = d.querySelector("form.any"), sides = d.querySelector(".sides");

function make(name, parent, text, kind) {
  var made = d.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  if (parent) parent.append(made);
  return made;
}
function said(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

{% include "compare/letters.js" %}
{% include "compare/align.js" %}
{% include "compare/pairing.js" %}
{% include "compare/figures.js" %}
{% include "compare/view.js" %}
{% include "compare/any.js" %}

any();
})(document);
