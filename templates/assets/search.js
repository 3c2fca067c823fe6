/* 检索的界面：检索框的提示、结果页、正文里的标记。What readers see of the search; engine.js finds.
   It comes with the first need: when a box is used, on the search page, or where ?q= leads to.
   @short-names */
(function (d) {
"use strict";

var form = d.querySelector("form[data-store]"), box = form.elements.q, page = d.querySelector(".search");
var root = form.getAttribute("action").replace(/[^/]*$/, ""), engine, words = {{ words }};
var composing = form.dataset.on === "compositionstart", serial = 0, gone = [], titles, sounds, simple, common;

/* ---- Small things ---- */

function said(key, values) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function make(name, parent, text, kind) {
  var made = d.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  if (parent) parent.append(made);
  return made;
}

function link(parent, text, href) {
  var made = make("a", parent, text);
  made.href = href;
  return made;
}

function button(parent, text, then, kind) {
  var made = make("button", parent, text, kind);
  made.type = "button";
  made.onclick = then;
  return made;
}

/* A query as it is quoted: short, without the quotes round it. */
function quoted(query) {
  var all = [...query.trim().replace(/^[“"]+|[”"]+$/g, "")];
  return all.slice(0, 30).join("") + (all.length > 30 ? "…" : "");
}

/* Files that are missing, and their names. */
function missed(names) {
  gone = gone.concat(names.filter(name => !gone.includes(name)));
}
function files(names) {
  return names.slice(0, 5).map(name => "search/" + name + ".js").join("、") + (names.length > 5 ? "……" : "");
}

/* The end of an address; halves of characters, which cannot stand there, are replaced. */
function asked(values) {
  var made = new URLSearchParams();
  for (var key in values) if (values[key]) made.set(key, values[key]);
  return "?" + made;
}

/* Call `then` when nothing has been typed for a moment, and never while a word is composed. */
function typed(then) {
  var wait;
  function soon(event) {
    composing = /start$/.test(event.type) || event.isComposing;
    clearTimeout(wait);
    if (!composing) wait = setTimeout(then, 120);
  }
  ["compositionstart", "compositionend", "input"].forEach(type => box.addEventListener(type, soon));
}

function plainly(event) {
  return !composing && !event.isComposing && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

function grouped(all, key) {
  var groups = new Map();
  all.forEach(one => groups.get(key(one))?.push(one) || groups.set(key(one), [one]));
  return groups;
}

/* The ranges in `text` of every term. */
function ranges(text, terms) {
  var at = [], plain = engine.normal(text, at), found = [];
  terms.forEach(term => {
    for (var i = plain.indexOf(term); i >= 0; i = plain.indexOf(term, i + term.length))
      found.push([at[i], at[i + term.length - 1] + 1]);
  });
  return found;
}

/* `text` from `start` to `end` with its ranges in <mark>. */
function marked(parent, text, found, start, end) {
  var on = new Uint8Array(text.length);
  found.forEach(one => on.fill(1, Math.max(0, one[0]), Math.max(0, one[1])));
  for (var i = start || 0, last = end || text.length, k; i < last; i = k) {
    for (k = i + 1; k < last && on[k] === on[i]; k++);
    if (on[i]) make("mark", parent, text.slice(i, k));
    else parent.append(text.slice(i, k));
  }
}

/* Where a unit or a term is read; as long as its words are not there, its section's page. */
function place(unit, query) {
  var text = unit.text;
  if (!unit.stem) return text ? root + text[2][0][2] : "";
  return root + unit.edition + "/" + unit.stem + ".html" + (query ? asked({ q: query }) : "") + (text ? "#" + text[0] : "");
}

/* The units n once their words are there. */
function loaded(ns, done) {
  engine.texts(ns, missing => done(ns.map(engine.unit), missing));
}

/* ---- Titles and headings: by their characters, by pinyin, by traditional characters ---- */

function withTitles(done) {
  if (titles) done(titles);
  else engine.titles((all, missing) => {
    missed(missing);
    all = all.map(one => ({ n: one[0], words: one[1], plain: engine.normal(one[1]), unit: engine.unit(one[0]) }));
    if (all.length) titles = all;
    done(all);
  });
}

/* The place in `text` up to which its characters from `i` are read as `letters`, or -1. One is
   read by a whole syllable or an initial, the last one by as much as is typed. */
function read(text, i, letters) {
  var end = -1;
  if (!letters) return i;
  if (i < text.length) (sounds.get(text[i]) || [text[i]]).some(sound => {
    if (sound.startsWith(letters)) end = i + 1;
    else [sound, /^[zcs]h|./.exec(sound)[0], sound[0]].some(part =>
      letters.startsWith(part) && (end = read(text, i + 1, letters.slice(part.length))) >= 0);
    return end >= 0;
  });
  return end;
}

function bySound(all, letters) {
  return best(all, one => {
    for (var i = 0, end; i < one.plain.length; i++)
      if ((end = read(one.plain, i, letters)) >= 0) return [i, end];
  });
}

function byWords(all, terms) {
  return best(all, one => {
    var i = one.plain.indexOf(terms[0]);
    return terms.length && terms.every(term => one.plain.includes(term)) && [i, i + terms[0].length];
  });
}

/* The rows that fit, the whole before its beginning, that before the rest; of a group the newest. */
function best(all, fits) {
  var groups = new Set(), found = [];
  all.forEach(one => {
    var at = fits(one);
    if (at) found.push({ n: one.n, words: one.words, unit: one.unit, at: at, fit: at[2] || at[0] && 2 || +(at[1] < one.plain.length) });
  });
  return found.sort((a, b) => a.fit - b.fit || (b.unit.order || 0) - (a.unit.order || 0) || a.n - b.n)
    .filter(row => !groups.has(row.unit.group) && groups.add(row.unit.group));
}

/* The first few rows that look different. */
function once(rows, few, look = row => row.words) {
  var seen = new Set();
  return rows.filter(row => !seen.has(look(row)) && seen.add(look(row))).slice(0, few);
}
function small(row) {
  return (row.unit.label ? row.unit.label + " · " : "") + row.unit.kind;
}

/* The letters of a query in pinyin; "" for any other. */
function letters(query) {
  var all = query.toLowerCase().replace(/ü|u:/g, "v").replace(/[\s'’]/g, "").replace(/([ln])ue/g, "$1ve");
  return /^[a-z]{2,40}$/.test(all) ? all : "";
}

function sounding(query, done) {
  var all = letters(query);
  if (!all) done([]);
  else engine.load(["pinyin"], missing => {
    missed(missing);
    if (!sounds && !missing[0]) {
      var by = engine.data("pinyin")[0];
      sounds = new Map();
      for (let sound in by) for (let one of by[sound]) sounds.set(one, (sounds.get(one) || []).concat(sound));
    }
    withTitles(rows => done(sounds ? bySound(rows, all) : []));
  });
}

/* Whether a query has Chinese characters outside GB 2312, as nearly all traditional ones are: the
   browser knows that set, and the map of them need not be loaded to find out. */
function uncommon(query) {
  if (!common) {
    for (var codes = [], row = 0xb0; row < 0xf8; row++)
      for (var cell = 0xa1; cell < 0xff; cell++) codes.push(row, cell);
    common = new TextDecoder("gbk").decode(new Uint8Array(codes));
  }
  return (query.match(/[㐀-鿿]/g) || []).some(one => !common.includes(one));
}

function simplified(query, done) {
  if (!uncommon(query)) done(query);
  else engine.load(["traditional"], missing => {
    missed(missing);
    if (!simple && !missing[0]) {
      simple = new Map();
      engine.data("traditional")[0].replace(/(.)(.)/gu, (_, old, now) => simple.set(old, now));
    }
    done(simple ? Array.from(query, one => simple.get(one) || one).join("") : query);
  });
}

/* Titles and headings for what is typed. */
function suggestions(query, done) {
  withTitles(all => {
    function rows(words) { return byWords(all, engine.terms(words)); }
    sounding(query, read => simplified(query, other =>
      done(rows(query).concat(read, other === query ? [] : rows(other)))));
  });
}

/* ---- The box of a page: a combobox ---- */

function combobox() {
  var list = make("ul", form), rows = [], at = -1;
  function set(one, name, value) { one.setAttribute(name, value); }
  list.id = "find_";
  set(list, "role", "listbox");
  set(list, "aria-label", words.offers);
  set(box, "role", "combobox");
  set(box, "aria-autocomplete", "list");
  set(box, "aria-controls", "find_");

  function open(on) {
    list.hidden = !on;
    set(box, "aria-expanded", on);
    if (!on) serial++;
    light(-1);
  }
  function light(n) {
    var options = list.children;
    if (options[at]) options[at].removeAttribute("aria-selected");
    at = n;
    if (!options[n]) { box.removeAttribute("aria-activedescendant"); return; }
    set(box, "aria-activedescendant", "find_" + n);
    set(options[n], "aria-selected", true);
  }
  function option(n) {
    var made = make("li", list);
    made.id = "find_" + n;
    set(made, "role", "option");
    return make("span", made);
  }
  function look() {
    var query = box.value, mine = ++serial;
    if (!engine.terms(query)[0]) { open(false); return; }
    function offer(found) {
      if (mine !== serial || d.activeElement !== box) return;
      rows = once(found, 8, row => row.words + small(row));
      list.textContent = "";
      rows.forEach((row, n) => {
        var at = [], text = option(n);
        engine.normal(row.words, at);
        marked(text, row.words, [[at[row.at[0]], at[row.at[1] - 1] + 1]]);
        make("small", text.parentNode, small(row));
      });
      if (gone[0]) option(rows.length).textContent = said("gone", { files: files(gone) });
      option(list.children.length).textContent = said("whole", { query: quoted(query) });
      open(true);
    }
    gone = [];
    engine.open(root, form.dataset.store, missing => {
      missed(missing);
      if (missing[0]) offer([]);
      else suggestions(query, offer);
    });
  }
  function choose(n) {
    open(false);
    if (!rows[n]) form.requestSubmit();
    else loaded([rows[n].n], found => { location.href = place(found[0]) || form.action + asked({ q: rows[n].words }); });
  }

  typed(look);
  box.addEventListener("keydown", event => {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key], count = list.children.length + 1;
    if (!plainly(event)) return;
    if (list.hidden) { if (!step) return; look(); }
    else if (step) light((at + 1 + step + count) % count - 1);
    else if (event.key === "Escape") open(false);
    else if (event.key === "Enter" && at >= 0) choose(at);
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", () => open(false));
  list.addEventListener("pointerdown", event => event.preventDefault());
  list.addEventListener("click", event => choose([...list.children].indexOf(event.target.closest("li"))));
  open(false);
  if (d.activeElement === box && !composing) look();
}

/* ---- The search page ---- */

function results() {
  var STEP = 30, FEW = 4, YEARS = 12, WAS = "\x1e", state, shown, committed, groups = [], terms = [], units = [], offered = {}, observer, title = d.title;
  function part(css) { return page.querySelector(css); }
  var status = part("[role=status]"), list = part(".hits"), more = part(".more"), empty = part(".empty");
  var hints = part(".hints"), offers = part(".offers"), nav = part(".toc"), selects = nav.querySelectorAll("select");

  /* What is asked stands in the address */
  function written(how, change) {
    Object.assign(state, change);
    committed = true;
    try { history[how](null, "", state.q ? asked(state) : location.pathname); }
    catch (_) { /* the address then keeps what the page was opened with */ }
  }
  function given() {
    state = { q: "", ...Object.fromEntries(new URLSearchParams(location.search)) };
    box.value = state.q;
    committed = !!state.q;
  }
  /* The first change after a query that was meant is a step of the history, the next ones are not */
  function changed(meant) {
    written(committed && box.value !== state.q ? "pushState" : "replaceState", { q: box.value });
    committed = meant;
    run();
  }
  function current(f) {
    var mine = serial;
    return (a, b) => { if (mine === serial) f(a, b); };
  }

  function run(then) {
    serial++;
    var slow = setTimeout(current(() => { status.textContent = words.loading; }), 250);
    page.classList.toggle("asked", !!state.q.trim());
    terms = engine ? engine.terms(state.q) : [];
    gone = [];
    d.title = (state.q.trim() && quoted(state.q) + "·") + title;
    function nothing(why) {
      clearTimeout(slow);
      units = [];
      show();
      offers.hidden = empty.hidden = true;
      status.textContent = why;
    }
    if (!engine) nothing(said("failed", { files: "assets/engine.js" }));
    else engine.open(root, form.dataset.store, current(missing => {
      if (missing[0]) nothing(said("failed", { files: files(missing) }));
      else if (!terms[0]) nothing(state.q && words.blank);
      else engine.find(state.q, current(found => simplified(state.q, current(other =>
        engine.find(other === state.q ? "" : other, current(instead => sounding(state.q, current(read => {
          var names = once(found.terms.concat(instead.terms), 1e9, n => n), kinds = [...grouped(names, n => engine.unit(n).kind)];
          read = once(read, 8);
          engine.texts(found.hits.slice(0, 5).concat(...kinds.slice(0, 5).map(kind => kind[1].slice(0, 5)), read.map(one => one.n)), current(() => {
            clearTimeout(slow);
            missed(found.missing);
            offered = { names: names.length, read: read.length, other: other, instead: instead.hits.length, lost: found.lost || [] };
            units = found.hits.map(engine.unit);
            show();
            suggest(kinds, read);
            empty.hidden = true;
            if (!units[0]) help(found.terms);
            if (then) then();
          }));
        }))))))));
      simplified(state.q, () => 0);
    }));
  }

  /* Filters: each counts what the others leave */
  function show() {
    var editions = engine && units[0] ? engine.editions() : [], focus = d.activeElement.dataset.key, left = [], names = {};
    var counts = { category: new Map(), section: new Map(), kind: new Map(), order: new Map() };
    function edition(id, other) {
      var n = editions.findIndex(one => one[0] === id);
      return n < 0 ? other : n;
    }
    var from = edition(state.from, 0), to = edition(state.to, editions.length - 1);
    if (from > to) {
      [from, to] = [to, from];
      [state.from, state.to] = [state.to, state.from];
    }
    var keys = { category: "category", section: "stem", kind: "kind" }, rows = nav.querySelectorAll("ol ol");
    units.forEach(unit => {
      var fails = [];
      for (let key in keys) if (state[key] && unit[keys[key]] !== state[key]) fails.push(key);
      if (unit.order < from || unit.order > to) fails.push("order");
      if (!fails[0]) left.push(unit);
      for (let key in counts) {
        let value = unit[keys[key] || key];
        if (value !== "" && (!fails[0] || fails[0] === key && !fails[1])) counts[key].set(value, (counts[key].get(value) || 0) + 1);
      }
      names[unit.stem] = names[unit.stem] || unit.section;
    });
    nav.hidden = !(hints.hidden = !!units[0]);
    Object.keys(keys).forEach((key, n) => {
      var chosen = state[key], all = counts[key];
      rows[n].textContent = "";
      rows[n].parentNode.hidden = !chosen && all.size < 2;
      if (chosen && !all.has(chosen)) all.set(chosen, 0);
      [...all].sort((a, b) => b[1] - a[1]).forEach(([value, count]) => {
        var on = value === chosen, made = link(make("li", rows[n]), key === "section" && names[value] || value,
          asked({ ...state, [key]: on ? "" : value }));
        made.dataset.key = key + value;
        make("small", made, String(count));
        if (on) made.setAttribute("aria-current", "true");
        if (focus === key + value) made.focus();
      });
    });
    selects.forEach((select, last) => {
      var end = last ? editions.length - 1 : 0, at = last ? to : from;
      select.textContent = "";
      select.closest("li").hidden = editions.length < 2;
      editions.forEach((one, n) => {
        if (n !== at && n !== end && !counts.order.has(n)) return;
        var made = make("option", select, one[1] + "（" + (counts.order.get(n) || 0) + "）");
        made.value = one[0];
        made.selected = n === at;
      });
      select.onchange = () => {
        var n = edition(select.value), change = { [select.name]: n === end ? "" : select.value };
        if (last ? n < from : n > to) change[last ? "from" : "to"] = select.value;
        written("pushState", change);
        show();
      };
    });
    group(left);
  }

  /* Hits: of the same entry in many years the newest first */
  function group(left) {
    groups = [...grouped(left, unit => unit.group).values()];
    groups.forEach(one => one.sort((a, b) => b.order - a.order));
    if (observer) observer.disconnect();
    observer = new IntersectionObserver(seen, { rootMargin: "80px" });
    list.textContent = "";
    shown = 0;
    status.textContent = told(left);
    if (units[0] && !left[0]) link(status, words.wide, asked({ q: state.q }));
    lost();
    grow();
  }
  function told(left) {
    var query = quoted(state.q), lost = offered.lost, bare = !left[0] && !units[0], names = bare && offered.names, read = bare && offered.read;
    var unread = lost && lost[0] && said("unread", { query: lost.map(quoted).join("”“") });
    return (bare && unread || said(left[0] ? "found" : units[0] ? "narrowed" : names || read ? "bare" : "none", { query: query, count: (left[0] ? left : units).length })) +
      (groups.length < left.length ? said("grouped", { count: groups.length }) : "") +
      (names ? said("listed", { count: names }) : "") + (read ? said("read", { count: read }) : "") + "。" +
      (unread && !bare ? unread + "。" : "");
  }
  function grow() {
    groups.slice(shown, shown += STEP).forEach(one => {
      var item = make("li", list);
      item.units = one;
      fill(item);
      if (!one[0].text) observer.observe(item);
    });
    more.hidden = shown >= groups.length;
  }
  function fill(item) {
    var unit = item.units[0] = engine.unit(item.units[0].n), text = unit.text, title = text && text[1] || unit.section;
    var focus = item.contains(d.activeElement), made;
    item.textContent = "";
    item.className = text ? "" : "wait";
    marked(made = link(make("h2", item), "", place(unit, state.q)), title, ranges(title, terms));
    make("p", item, [unit.label, unit.category, unit.section, unit.kind].filter((one, i, all) => one && all.indexOf(one) === i).join(" · "), "where");
    if (text && text[2]) excerpt(make("p", item), text[2]);
    if (item.units[1]) some(make("p", item, words.also, "where chips"), item.units.slice(1), YEARS, (row, other) => {
      other.text = text;
      link(row, other.label, place(other, state.q));
    }, "volumes");
    if (focus) made.focus();
  }
  /* The first few of many, and a button for the others */
  function some(row, all, few, put, key) {
    if (few > 2 && all.length < few + 2) few++;
    all.slice(0, few).forEach(one => {
      row.append(" ");
      put(row, one);
    });
    if (all.length > few) button(row, said(key || "others", { count: all.length - few }), function () {
      var last = this.previousElementSibling;
      this.remove();
      some(row, all.slice(few), 1e9, put);
      last = last.nextElementSibling.querySelector("a") || last.nextElementSibling;
      last.focus();
    });
  }
  function seen(entries) {
    var items = entries.filter(one => one.isIntersecting).map(one => one.target);
    items.forEach(item => observer.unobserve(item));
    engine.texts(items.map(item => item.units[0].n), missing => {
      items.forEach(item => {
        fill(item);
        item.className = "";
      });
      missed(missing);
      if (missing[0]) lost();
    });
  }
  function lost() {
    ["i", "t", "maps"].forEach(kind => {
      var names = gone.filter(name => name[1] === "/" ? name[0] === kind : kind[1]), old = status.querySelector("." + kind);
      if (old) old.remove();
      if (names[0]) make("p", status, said(kind, { files: files(names) }), "note " + kind);
    });
  }

  /* The words round the hits of a body, rather where a number stands whole. What stands after WAS
     are the lines of a correction as they were first printed */
  function excerpt(parent, body) {
    var all = ranges(body, terms), end = 0, high, chosen = terms.map(term => {
      var own = ranges(body, [term]);
      return own.find(one => !/\d\.?$/.test(body.slice(0, one[0])) && !/^\.?\d/.test(body.slice(one[1]))) || own[0];
    }).filter(Boolean).sort((a, b) => a[0] - b[0]).slice(0, 3);
    (chosen[0] ? chosen : [[0, 0]]).forEach((one, _, rows) => {
      var low = body.lastIndexOf(WAS, one[0]) + 1, from = Math.max(end, low), start = Math.max(from, one[0] - 30);
      high = body.indexOf(WAS, low);
      if (high < 0) high = body.length;
      var last = Math.min(high, Math.max(one[1], one[0] + 90 / rows.length | 0));
      if (last <= end) return;
      while (start > from && start < one[0] && /[\s，。；：、！？）”’》]/.test(body[start])) start++;
      while (start > from && joined(start)) start--;
      while (last < high && joined(last)) last++;
      if (low > end) parent.append(words.was);
      if (start > from) parent.append("…");
      marked(parent, body, all, start, end = last);
    });
    if (end < high) parent.append("…");
    /* Whether a number or a character is cut there */
    function joined(i) { return /[\d.,]{2}|.[\udc00-\udfff]/s.test(body.substr(i - 1, 2)); }
  }

  /* Above the list: headings of the indexes, figures, and titles that are read so */
  function suggest(kinds, read) {
    offers.textContent = "";
    if (units[0] && offered.instead) instead(make("p", offers));
    some(offers, kinds, innerWidth < 640 ? 2 : FEW, (_, kind) => some(row(kind[0]), kind[1], FEW, heading), "kinds");
    if (read[0]) some(row(words.sound), read, 8, (into, one) => link(into, one.words, place(engine.unit(one.n))));
    offers.hidden = !offers.children[0];
    function row(name) {
      var made = make("p", offers);
      make("b", made, name);
      return made;
    }
    function heading(row, n) {
      var one = make("span", row);
      loaded([n], all => {
        var text = all[0].text;
        if (!text) one.remove();
        else if (!text[2][0][0]) link(one, text[0], place(all[0]));
        else {
          one.append(text[0]);
          var holds = at => +terms.some(term => engine.normal(at[1]).includes(term));
          [...text[2]].sort((a, b) => holds(b) - holds(a)).slice(0, 3).forEach(at => { one.append(" "); link(one, at[1] + "（" + at[0] + "）", root + at[2]); });
        }
      });
    }
  }

  function instead(item, key, other, count) {
    other = other || offered.other;
    link(item, said(key || "instead", { query: quoted(other), count: count || offered.instead }), asked({ q: other }));
  }

  /* Nothing found: other characters, short forms, each word alone, the nearest titles */
  function help(names) {
    var row = empty.querySelector("ul"), query = state.q, parts = offered.other.trim().split(/\s+/), more = offered.names + offered.read;
    function item() {
      empty.hidden = false;
      return make("li", row);
    }
    function alone(key, other) {
      engine.find(other, current(found => {
        var count = found.hits.length;
        if (count) instead(item(), key, other, count); else if (key === "only") make("li", row, said("none", { query: quoted(other) }));
      }));
    }
    row.textContent = "";
    empty.querySelector("ol").hidden = !!more;
    if (offered.instead) instead(item());
    names.map(engine.unit).forEach(one => one.text && engine.normal(one.text[0]) === terms.join("") && one.text[1].forEach(word => alone("instead", word)));
    if (parts[1]) parts.slice(0, 6).forEach(word => /^[a-z]{1,2}$/i.test(word) || alone("only", word));
    if (more || offered.lost[0]) return;
    empty.hidden = false;
    if (!letters(query)) withTitles(current(all => {
      loaded(once(nearest(all, engine.normal(offered.other)), 6).map(one => one.n), current(found =>
        found.forEach(unit => unit.text && link(make("li", row), unit.text[+!!unit.stem], place(unit)))));
      lost();
    }));
  }
  function nearest(all, plain) {
    var parts = new Set();
    for (var i = 0; i < Math.min(100, plain.length); i++) parts.add(plain[i]).add(plain.substr(i, 2));
    return best(all, one => {
      var score = 0;
      parts.forEach(part => { if (one.plain.includes(part)) score += part[1] ? 3 : 1; });
      return score > 1 && [0, 0, one.plain.length / 100 - score];
    });
  }

  /* Keys: down and up go through the hits, Escape goes back to the box */
  page.addEventListener("keydown", event => {
    var here = d.activeElement.closest(".hits > li"), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    var at = [...list.children].indexOf(here) + step;
    if (!plainly(event)) return;
    if (event.key === "Escape") box.focus();
    if (!step || !here && (d.activeElement !== box || step < 0)) return;
    event.preventDefault();
    if (at >= shown && !more.hidden) grow();
    if (at < 0) box.focus();
    else if (list.children[at]) list.children[at].querySelector("a").focus();
  });
  more.onclick = () => {
    var first = shown;
    grow();
    list.children[first].querySelector("a").focus();
  };
  page.addEventListener("click", event => {
    var made = event.target.closest("a"), item = event.target.closest(".hits > li");
    try { if (item) history.replaceState({ at: [...list.children].indexOf(item) }, ""); }
    catch (_) { /* the way back then leads to the top */ }
    if (made) committed = true;
    if (!made || !nav.contains(made) && made.parentNode !== status || !plainly(event)) return;
    event.preventDefault();
    history.pushState(null, "", made.href);
    given();
    show();
  });
  /* Back from a page: to the hit that led there */
  function back() {
    var at = history.state && history.state.at;
    if (!groups[at]) return;
    while (shown <= at) grow();
    list.children[at].querySelector("a").focus();
    list.children[at].scrollIntoView({ block: "center", behavior: "instant" });
  }
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (!composing) changed(true);
  });
  addEventListener("popstate", () => { given(); run(back); });
  typed(() => { if (box.value !== state.q) changed(); });
  history.scrollRestoration = "manual";
  given();
  run(back);
  if (!state.q) box.focus();
}

/* ---- The page that a hit leads to: every word of the query is marked ---- */

function landed(terms) {
  var main = d.querySelector("main"), walk = d.createTreeWalker(main, 4), runs = [], last, node, count = 0;

  /* A run of text is what stands in one block; a reading that was corrected is one of its own. */
  while ((node = walk.nextNode())) {
    var block = node.parentNode, own = block.closest(".was");
    if (block.closest(".ref,.back,.perma,.cite,.box,.turn,.tools,.figs,.no,button,[aria-hidden]")) continue;
    while (getComputedStyle(block).display === "inline") block = block.parentNode;
    if (own) runs.unshift([node]);
    else if (block === last) runs[runs.length - 1].push(node);
    else runs.push([node]);
    if (!own) last = block;
  }
  runs.forEach(nodes => {
    var found = ranges(nodes.map(one => one.nodeValue.replace(/\n/g, " ")).join(""), terms), start = 0;
    count += found.length;
    nodes.forEach(one => {
      var text = one.nodeValue, made = d.createDocumentFragment(), from = start;
      start += text.length;
      if (!found.some(r => r[0] < start && r[1] > from)) return;
      marked(made, text, found.map(r => [r[0] - from, r[1] - from]));
      one.replaceWith(made);
    });
  });
  if (!count) return;

  var target = d.querySelector(":target"), near = ".entry,li,tr,figure,.scroll,.note", entry = target && target.closest(near);
  var first = entry && entry.querySelector("mark") || main.querySelector("mark");
  entry = first.closest(".entry") || first.closest(near) || main;
  d.querySelector(".skip").after(button(null, said("unmark", { count: count }), function () {
    main.querySelectorAll("mark").forEach(one => {
      var parent = one.parentNode;
      one.replaceWith(...one.childNodes);
      parent.normalize();
    });
    this.remove();
    entry.tabIndex = -1;
    entry.focus({ preventScroll: true });
    try { history.replaceState(null, "", location.pathname + location.hash); }
    catch (_) { /* the next visit marks again */ }
  }, "unmark"));
  setTimeout(() => { d.querySelector(".vh[role=status]").textContent = said("marked", { count: count }); });
  function go() {
    var at = first.getBoundingClientRect();
    if (at.top < 0 || at.bottom > innerHeight) first.scrollIntoView({ block: "center", behavior: "instant" });
  }
  if (d.readyState === "complete") setTimeout(go);
  else addEventListener("load", () => setTimeout(go));
}

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
