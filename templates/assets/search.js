/* 全文检索：逐字、离线。Exact full-text search; works from file:// because the pack is a classic
   script that calls yearbookSearch(data). Units count UTF-16 code units on both sides. */
(function () {
"use strict";

/* The text that is compared: the same rules as yearbook/search/normal.py. */
var MAP = new Uint16Array(65536);
(function () {
  for (var code = 0; code < 65536; code++) {
    var half = code > 0xff00 && code < 0xff5f ? code - 0xfee0 : code;
    if (half < 0x530) {
      var low = String.fromCharCode(half).toLowerCase();
      if (low.length === 1) half = low.charCodeAt(0);
    }
    MAP[code] = half;
  }
  var dropped = "09 0b-0d 20 22 27-29 5b 5d 60 7b 7d a0 ab ad bb 1680 2000-200f 2018-201f 2028 2029 202f" +
    " 2039 203a 205f 2060 3000 3008-300f 3010 3011 3014-301b 301d-301f feff ff02 ff07-ff09 ff3b ff3d ff40 ff5b ff5d";
  dropped.split(" ").forEach(function (span) {
    var ends = span.split("-"), last = parseInt(ends[1] || ends[0], 16);
    for (var code = parseInt(ends[0], 16); code <= last; code++) MAP[code] = 0;
  });
})();

function digit(code) { return code > 47 && code < 58; }

/* `at`, when given, receives the place in `text` of each unit of the result. */
function normal(text, at) {
  var codes = [], out = "";
  function is(i) { return digit(MAP[text.charCodeAt(i)]); }
  for (var i = 0; i < text.length; i++) {
    var code = MAP[text.charCodeAt(i)];
    if (!code && text.charCodeAt(i)) continue;
    if (code === 44 && is(i - 1) && is(i + 1) && is(i + 2) && is(i + 3) && !is(i + 4)) continue;
    codes.push(code);
    if (at) at.push(i);
    if (codes.length === 4096) { out += String.fromCharCode.apply(null, codes); codes.length = 0; }
  }
  return out + String.fromCharCode.apply(null, codes);
}

function terms(query) {
  return query.split(/\s+/).map(function (term) { return normal(term); })
    .filter(function (term, i, all) { return term && all.indexOf(term) === i; });
}

/* Whether the term found at `i` is cut out of a longer number. */
function cut(text, i, term) {
  var end = i + term.length, first = term.charCodeAt(0), last = term.charCodeAt(term.length - 1);
  function at(k) { return digit(text.charCodeAt(k)); }
  return digit(first) && (at(i - 1) || text[i - 1] === "." && at(i - 2)) ||
    digit(last) && (at(end) || text[end] === "." && at(end + 1));
}

/* The best place of a term: -1 none; `cut` only where it stands nowhere whole. */
function place(text, term) {
  var first = text.indexOf(term), i = first;
  while (i >= 0 && cut(text, i, term)) i = text.indexOf(term, i + 1);
  return { at: i < 0 ? first : i, cut: i < 0 && first >= 0 };
}

/* The rank of a unit, smaller first; -1 when a term is in neither its title nor its body. */
function rank(unit, wanted) {
  var value = 0;
  for (var i = 0; i < wanted.length; i++) {
    var title = place(unit.t, wanted[i]), body = place(unit.b, wanted[i]);
    if (title.at < 0 && body.at < 0) return -1;
    if ((title.at < 0 || title.cut) && (body.at < 0 || body.cut)) value += 100;
    if (title.at < 0) value += 1;
  }
  return value;
}

var store = null;

function open(pack) {
  var kinds = pack.kinds;
  return pack.units.map(function (row) {
    var section = pack.sections[row[0]], edition = pack.editions[section[0]];
    return {
      edition: edition[0], label: edition[1], stem: section[1], section: section[2],
      kind: kinds[row[1]], id: row[2], title: row[3] || section[2], body: row[4],
      t: normal(row[3]), b: normal(row[4])
    };
  });
}

/* Every unit that holds all terms, best first; newer editions stand first in the pack. */
function find(query) {
  var wanted = terms(query);
  if (!wanted.length || !store) return [];
  return store.map(function (unit, n) { return { unit: unit, n: n, rank: rank(unit, wanted) }; })
    .filter(function (hit) { return hit.rank >= 0; })
    .sort(function (a, b) { return a.rank - b.rank || a.n - b.n; })
    .map(function (hit) { return hit.unit; });
}

window.yearbookSearch = function (pack) {
  store = open(pack);
  show();
  window.yearbookSearch.ready = true;
};
window.yearbookSearch.normal = normal;

/* The page. */
var page = document.querySelector("[data-pack]"), words = JSON.parse(page.dataset.words);
var form = page.querySelector("form"), box = form.querySelector("input");
var status = page.querySelector("[role=status]"), list = page.querySelector(".hits");
var more = page.querySelector(".more"), facets = page.querySelectorAll("select");
var hints = page.querySelector(".hints"), help = page.querySelector(".empty");
var STEP = 50, composing = false, failed = false, shown = 0, groups = [];

function said(key, values) {
  return words[key].replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
}

function element(name, text, parent) {
  var made = document.createElement(name);
  if (text) made.textContent = text;
  if (parent) parent.appendChild(made);
  return made;
}

/* `text` from `start` to `end` with every term in <mark>. */
function marked(parent, text, wanted, start, end) {
  var at = [], plain = normal(text, at), on = new Uint8Array(text.length + 1);
  wanted.forEach(function (term) {
    for (var i = plain.indexOf(term); i >= 0; i = plain.indexOf(term, i + 1))
      on.fill(1, at[i], at[i + term.length - 1] + 1);
  });
  for (var i = start, k; i < end; i = k) {
    for (k = i + 1; k < end && on[k] === on[i]; k++);
    var part = text.slice(i, k).replace(/\n/g, "　");
    if (on[i]) element("mark", part, parent);
    else parent.appendChild(document.createTextNode(part));
  }
}

/* The words around the first hit of the body. */
function excerpt(parent, unit, wanted) {
  var found = wanted.map(function (term) { return place(unit.b, term).at; })
    .filter(function (i) { return i >= 0; });
  var at = [];
  normal(unit.body, at);
  var hit = found.length ? at[Math.min.apply(null, found)] : 0, text = unit.body;
  var start = Math.max(0, hit - 30), end = Math.min(text.length, hit + 90);
  if (start && /[\udc00-\udfff]/.test(text[start])) start--;
  while (start && start < hit && /[\s，。；：、！？）”’》]/.test(text[start])) start++;
  if (end < text.length && /[\udc00-\udfff]/.test(text[end])) end++;
  if (start) parent.appendChild(document.createTextNode("…"));
  marked(parent, text, wanted, start, end);
  if (end < text.length) parent.appendChild(document.createTextNode("…"));
}

function address(unit) {
  var query = encodeURIComponent(box.value.trim());
  return unit.edition + "/" + unit.stem + ".html?q=" + query + "#" + unit.id;
}

/* One hit; the same entry in other years is linked below it. */
function hit(group, wanted) {
  var unit = group[0], item = element("li"), link = element("a", "", element("h2", "", item));
  link.href = address(unit);
  marked(link, unit.title, wanted, 0, unit.title.length);
  element("p", unit.label + " · " + unit.section + " · " + unit.kind, item).className = "where";
  if (unit.body) excerpt(element("p", "", item), unit, wanted);
  if (group.length > 1) {
    var years = element("p", words.also, item);
    years.className = "where";
    group.slice(1).forEach(function (other) {
      years.appendChild(document.createTextNode(" "));
      element("a", other.label, years).href = address(other);
    });
  }
  return item;
}

function grouped(hits) {
  var by = Object.create(null), made = [];
  hits.forEach(function (unit) {
    var key = unit.stem + "#" + unit.id;
    if (!by[key]) made.push(by[key] = []);
    by[key].push(unit);
  });
  return made;
}

/* The counts of a facet; its choice stays while it has hits. */
function count(facet, hits) {
  var by = Object.create(null), key = facet.name, was = facet.value;
  hits.forEach(function (unit) { by[unit[key]] = (by[unit[key]] || 0) + 1; });
  facet.textContent = "";
  [""].concat(Object.keys(by)).forEach(function (value) {
    var name = value || facet.dataset.all, n = value ? by[value] : hits.length;
    element("option", said("facet", { name: name, count: n }), facet).value = value;
  });
  facet.value = by[was] ? was : "";
}

/* What to do when nothing was found: each word by itself. */
function suggest(wanted) {
  var row = help.querySelector("ul");
  row.textContent = "";
  if (wanted.length > 1) box.value.trim().split(/\s+/).forEach(function (word) {
    var n = find(word).length;
    if (!n) { element("li", said("none", { query: word }), row); return; }
    var link = element("a", said("only", { query: word, count: n }), element("li", "", row));
    link.href = "?q=" + encodeURIComponent(word);
  });
}

function grow() {
  var wanted = terms(box.value), first = list.children[shown];
  groups.slice(shown, shown + STEP).forEach(function (group) { list.appendChild(hit(group, wanted)); });
  shown = Math.min(shown + STEP, groups.length);
  more.hidden = shown >= groups.length;
  return first;
}

function show() {
  var query = box.value.trim(), wanted = terms(query);
  var hits = find(query);
  list.textContent = "";
  shown = 0;
  facets.forEach(function (facet) { count(facet, hits); });
  page.querySelector(".facets").hidden = !hits.length;
  facets.forEach(function (facet) {
    facet.hidden = facet.options.length < 3;
    if (facet.value) hits = hits.filter(function (unit) { return unit[facet.name] === facet.value; });
  });
  groups = grouped(hits);
  hints.hidden = hits.length > 0 || wanted.length > 0 && !store && !failed;
  help.hidden = !store || !wanted.length || hits.length > 0;
  if (!help.hidden) suggest(wanted);
  grow();
  status.textContent = !wanted.length ? "" : failed ? words.failed : !store ? words.loading :
    said(hits.length ? "found" : "none", { query: query.replace(/^[“"]+|[”"]+$/g, ""), count: hits.length });
  document.title = (query ? query + "·" : "") + words.title;
}

function changed() {
  show();
  var query = box.value.trim();
  try { history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname); }
  catch (_) { /* the address then keeps the query that the page was opened with */ }
}

box.addEventListener("compositionstart", function () { composing = true; });
box.addEventListener("compositionend", function () { composing = false; changed(); });
box.addEventListener("input", function (event) { if (!composing && !event.isComposing) changed(); });
form.addEventListener("submit", function (event) { event.preventDefault(); if (!composing) changed(); });
facets.forEach(function (facet) { facet.addEventListener("change", show); });
more.addEventListener("click", function () {
  var from = shown;
  grow();
  list.children[from].querySelector("a").focus();
});

/* Down and up go through the hits, Escape goes back to the box. */
page.addEventListener("keydown", function (event) {
  if (composing || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  var links = Array.prototype.slice.call(list.querySelectorAll("h2 a"));
  var here = links.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" && here >= 0) box.focus();
  else if (step && (here >= 0 || document.activeElement === box && step > 0 && links.length)) {
    event.preventDefault();
    (links[here + step] || (step < 0 ? box : links[here])).focus();
  }
});

box.value = new URLSearchParams(location.search).get("q") || "";
var script = element("script");
script.src = page.dataset.pack;
script.onerror = function () { failed = true; show(); };
document.head.appendChild(script);
show();
if (!box.value) box.focus();
})();
