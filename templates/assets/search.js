/* 检索的界面：检索框的提示、结果页、正文里的标记。What readers see of the search; engine.js finds.
   It comes with the first need: when a box is used, on the search page, or where ?q= leads to.
   @short-names */
(function (d) {
"use strict";

var form = d.querySelector("form.find"), box = form.elements.q, page = d.querySelector(".search");
var root = form.getAttribute("action").replace(/[^/]*$/, ""), engine, words = {{ words }};
var composing = form.dataset.on === "compositionstart", serial = 0, gone = [], titles, sounds, simple, common;

{% include "search/common.js" %}
{% include "search/titles.js" %}
{% include "search/box.js" %}
{% include "search/results.js" %}
{% include "search/landing.js" %}

/* ---- The beginning ---- */

function begin() {
  engine = window.yearbookEngine;
  if (page) results();
  else if (engine) {
    combobox();
    landed(engine.terms(new URLSearchParams(location.search).get("q") || ""));
  }
}
var script = make("script"), style = make("link");
if (page) {
  Object.assign(words, page.dataset);
  page.querySelector(".told").textContent = "";
  page.querySelector(".hints").hidden = page.classList.toggle("asked", /[?&]q=./.test(location.search));
} else {
  style.rel = "stylesheet";
  style.href = root + "assets/search.css";
  d.head.append(style);
}
script.src = root + "assets/engine.js";
script.onload = script.onerror = begin;
d.head.append(script);
})(document);
