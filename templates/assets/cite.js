/* Citations in the formats of reference managers, and the citation of one figure or record. A template: it is
   given its words. The data of a volume, data/2017/citations.js, call yearbookCitations; where a
   form has a mark, what is its own is put in, as the writers in yearbook/cite do. */
(function (d) {
  "use strict";
  var WORDS = {{ words }};
  var FORMATS = [["BibTeX", "bib"], ["RIS", "ris"], ["CSL-JSON", "json"]];
  var MARKS = /\ufdd2([^]*?)\ufdd3|("?)([\ufdd0\ufdd1\ufdd4-\ufdd7])\2/g;
  var WORD = /([0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u03ff\u0400-\u052f\u1e00-\u1fff\u2160-\u2188\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+)|[\\{}~^&%$#_]/g;
  var TEX = { "\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  var root = d.currentScript.src.slice(0, -14), volumes = {}, count = 0;

  /* The four forms and what each escapes in words and in titles */
  function same(text) { return text; }
  function tex(text) { return text.replace(/[\\{}~^&%$#_]/g, function (c) { return TEX[c] || "\\" + c; }); }
  function texTitle(text) {
    return text.replace(WORD, function (c, word) { return word && word.toLowerCase() !== word ? "{" + word + "}" : tex(c); });
  }
  function line(text) { return text.replace(/[\r\n]+/g, " "); }
  function json(text) { return JSON.stringify(text).slice(1, -1); }
  var ESCAPES = [[same, same], [tex, texTitle], [line, line], [json, json]];

  function today() {
    var now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(function (n) { return (n < 10 ? "0" : "") + n; });
  }
  function key(edition, place) { return (edition + "/" + place).replace(".html", "").replace(/[/#]/g, "."); }

  window.yearbookCitations = function (edition, data) {
    data.by = {};
    data.items.forEach(function (item) {
      data.by[key(edition, item[1])] = item;
      if (item[1].indexOf("#f_") > 0) data.by[item[1].split("#")[1]] = item;
    });
    data.edition = edition;
    volumes[edition] = data;
  };

  function write(data, item, form) {
    var escape = ESCAPES[form], day = today();
    var values = [key(data.edition, item[1]), escape[1](item[2]), "", "", data.base + item[1]];
    return data.forms[item[0]][form].replace(MARKS, function (all, between, quote, mark) {
      if (!mark) return named(data.authors[item[3]], form).map(escape[0]).join(between);
      var nth = mark.charCodeAt(0) - 0xfdd0;
      if (nth < 5) return quote + values[nth] + quote;
      return quote ? Number(day[nth - 5]) : day[nth - 5];
    });
  }

  /* GB/T 7714 names the first three of more, the other forms all */
  function named(authors, form) { return form || authors.length < 4 ? authors : authors.slice(0, 3).concat("等"); }

  function element(name, attributes, text) {
    var made = d.createElement(name);
    Object.keys(attributes).forEach(function (a) { made.setAttribute(a, attributes[a]); });
    if (text) made.textContent = text;
    return made;
  }
  function button(text, attributes) {
    var made = element("button", attributes || {}, text);
    made.type = "button";
    return made;
  }
  function append(parent, children) {
    children.forEach(function (child) { parent.appendChild(child); });
    return parent;
  }

  /* Text that can be copied and, under `name`, kept as a file */
  function copier(id, text) { return button(text, { "data-copy": id, "data-done": WORDS.done }); }

  /* The formats of one thing: buttons to choose by, the text, ways to take it along */
  function menu(id, data, item) {
    var text = element("pre", { id: id + "t" }), copy = copier(text.id, WORDS.copy), file = element("a", {}, WORDS.download);
    var choices = FORMATS.map(function (format, nth) {
      var made = button(format[0]);
      made.addEventListener("click", function () { show(nth); });
      return made;
    });
    function show(nth) {
      var said = write(data, item, nth + 1);
      choices.forEach(function (one, n) { one.setAttribute("aria-pressed", String(n === nth)); });
      text.textContent = said.replace(/\r/g, "");
      copy.textContent = WORDS.copy;
      if (file.href) URL.revokeObjectURL(file.href);
      file.href = URL.createObjectURL(new Blob([said], { type: "text/plain;charset=utf-8" }));
      file.download = key(data.edition, item[1]) + "." + FORMATS[nth][1];
    }
    show(0);
    var chosen = element("div", { "class": "kinds", role: "group", "aria-label": WORDS.formats });
    return append(element("div", { "class": "formats", id: id }), [append(chosen, choices), text, copy, file]);
  }

  /* The figures of the table in its groups; what the filter hides is not offered */
  function figures(data, select) {
    var input = d.querySelector(".filter input");
    Array.prototype.forEach.call(d.querySelectorAll(".data tbody"), function (body) {
      var group = element("optgroup", { label: body.querySelector(".group a").textContent });
      Array.prototype.forEach.call(body.querySelectorAll("tr[id]"), function (row) {
        if (data.by[row.id]) group.appendChild(element("option", { value: row.id }, data.by[row.id][2]));
      });
      select.appendChild(group);
    });
    function narrow() {
      Array.prototype.forEach.call(select.options, function (one) { one.hidden = one.disabled = d.getElementById(one.value).hidden; });
    }
    if (input) { input.addEventListener("input", narrow); narrow(); }
  }
  /* The records of the page: what has an anchor here and is no entry */
  function records(data, select, page) {
    data.items.forEach(function (item) {
      var place = item[1].split("#"), there = d.getElementById(place[1]);
      if (place[0] === page && there && place[1].indexOf("_") < 0 && !there.matches(".entry")) select.appendChild(element("option", { value: place[1] }, item[2]));
    });
  }

  /* One of many, chosen from a list; the one that the address names comes first */
  function chooser(id, data, parts) {
    var select = element("select", {}), said = element("code", { id: id + "c" }), copy = copier(said.id, WORDS.copy_citation), formats;
    var of = parts[2] ? parts.slice(0, 2).join(".") + "." : "";
    if (of) records(data, select, parts[1] + ".html"); else figures(data, select);
    function named() {
      var id = location.hash.slice(1);
      if (data.by[of + id]) select.value = id;
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
    function show() {
      var item = data.by[of + select.value], next = menu(id + "m", data, item);
      said.textContent = write(data, item, 0);
      copy.textContent = WORDS.copy_citation;
      if (formats) box.replaceChild(next, formats); else box.appendChild(next);
      formats = next;
    }
    var label = append(element("label", {}, of ? WORDS.record : WORDS.figure), [select]);
    var box = append(element("div", { "class": "formats", id: id }), [label, said, copy]);
    named();
    show();
    select.addEventListener("change", show);
    addEventListener("hashchange", function () { named(); show(); });
    return box;
  }

  /* What a button opens comes after the buttons beside it */
  function open(from, box) {
    var last = from;
    while (last.nextElementSibling && last.nextElementSibling.tagName === "BUTTON") last = last.nextElementSibling;
    last.parentNode.insertBefore(box, last.nextSibling);
    from.setAttribute("aria-expanded", "true");
    from.setAttribute("aria-controls", box.id);
  }
  function fill(from, data) {
    var id = "formats_" + ++count, item = data.by[from.dataset.cite];
    if (item) open(from, menu(id, data, item));
    else {
      open(from, chooser(id, data, from.dataset.cite.split(".")));
      d.getElementById(id).querySelector("select").focus();
    }
  }
  function fail(from, script) {
    script.remove();
    if (!from.asked) open(from, from.asked = element("p", { role: "alert", id: "formats_" + ++count }, WORDS.failed));
  }

  window.yearbookCite = function (from) {
    var edition = from.dataset.cite.split(".")[0], shown = d.getElementById(from.getAttribute("aria-controls"));
    if (shown && !from.asked) {
      shown.hidden = !shown.hidden;
      from.setAttribute("aria-expanded", String(!shown.hidden));
    } else if (volumes[edition]) {
      if (from.asked) { from.asked.remove(); from.asked = null; }
      fill(from, volumes[edition]);
    } else if (!from.waits) {
      var script = element("script", { src: root + "data/" + edition + "/citations.js" });
      from.waits = true;
      script.onload = script.onerror = function () {
        from.waits = false;
        if (volumes[edition]) window.yearbookCite(from); else fail(from, script);
      };
      d.head.appendChild(script);
    }
  };

  d.head.appendChild(element("link", { rel: "stylesheet", href: root + "assets/cite.css" }));
})(document);
