/* 逐字检索的引擎。The exact search: no page, no words, only hits. It works from file://, where data
   can come only in classic scripts: each calls yearbookSearch(name, data…). All places are those of
   UTF-16 code units in the normal text; docs/design.md says how the store is made. */
(function () {
"use strict";

var BLOCK = 64, STOPPERS = 46, GOING_ON = 47, BATCH = 6, FEW = 8;
var root = "", store = null, given = Object.create(null), waiting = Object.create(null);

/* ---- The text that is compared: the same rules as yearbook/search/normal.py ---- */
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

/* ---- Scripts that bring data ---- */
window.yearbookSearch = function (name) { given[name] = [].slice.call(arguments, 1); };

/* Load scripts once each, then call done with the names of those that brought nothing. */
function load(names, done) {
  var left = names.length, missing = [];
  function came(name) {
    if (!given[name]) missing.push(name);
    if (!--left) done(missing);
  }
  if (!left) done(missing);
  names.forEach(function (name) {
    if (given[name]) { came(name); return; }
    if (waiting[name]) { waiting[name].push(came); return; }
    var script = document.createElement("script"), calls = waiting[name] = [came];
    script.src = root + "search/" + name + ".js";
    script.onload = script.onerror = function () {
      delete waiting[name];
      script.remove();
      calls.forEach(function (call) { call(name); });
    };
    document.head.appendChild(script);
  });
}

/* ---- Numbers in codes: see yearbook/search/codes.py ---- */
function Codes(text) { this.text = text; this.i = 0; }
Codes.prototype.next = function () {
  for (var number = 0;;) {
    var code = this.text.charCodeAt(this.i++), d = code - 32 - (code > 34) - (code > 92);
    if (d < STOPPERS) return number * STOPPERS + d;
    number = number * GOING_ON + d - STOPPERS + 1;
  }
};
Codes.prototype.more = function () { return this.i < this.text.length; };

function list(text) {
  for (var codes = new Codes(text), out = []; codes.more();) out.push(codes.next());
  return out;
}

/* Positions: the first, then the gaps. */
function positions(text) {
  var codes = new Codes(text), out = new Uint32Array(text.length), n = 0, at = 0;
  while (codes.more()) out[n++] = at += codes.next();
  return out.subarray(0, n);
}

/* ---- What there is: unit n has an edition, a section, a kind and a group ---- */
function opened(name) {
  var said = given[name][0];
  store = { editions: said.editions, sections: said.sections || [], kinds: said.kinds.slice(), small: name === "all" };
  (store.small ? openSmall : openLarge)(said);
}

function openSmall(said) {
  var groups = Object.create(null), count = 0;
  store.rows = [];
  said.volumes.forEach(function (volume, edition) {
    volume.forEach(function (chapter) {
      var section = store.sections.push(chapter) - 1;
      chapter[3].forEach(function (row) {
        var key = chapter[0] + "#" + row[1];
        if (!(key in groups)) groups[key] = count++;
        store.rows.push({ edition: edition, section: section, kind: row[0], group: groups[key], text: row.slice(1) });
      });
    });
  });
  store.units = store.rows.length;
  said.terms.forEach(function (row) {
    var kind = store.kinds.indexOf(row[0]);
    if (kind < 0) kind = store.kinds.push(row[0]) - 1;
    store.rows.push({ edition: -1, section: 0, kind: kind, group: count++, text: row.slice(1) });
  });
  store.rows.forEach(compared);
}

function openLarge(said) {
  var edition = 0, expected = 0, block = 0, n = -1, runs = new Codes(said.runs), heads = new Codes(said.heads);
  store.rows = [];
  store.units = 0;
  while (runs.more()) {
    edition += runs.next();
    var section = runs.next(), kind = runs.next(), count = runs.next(), off = runs.next();
    var group = expected + (off % 2 ? -(off + 1) / 2 : off / 2), unit = edition < said.editions.length;
    expected = group + count;
    if (unit) store.units += count;
    while (count--) store.rows.push({ edition: unit ? edition : -1, section: section, kind: kind, group: group++, head: 1 });
  }
  list(said.blocks).forEach(function (size, i) { store.rows[i].start = block * BLOCK; block += size; });
  store.end = block * BLOCK;
  while (heads.more()) { n = Math.max(n, 0) + heads.next(); store.rows[n].head = heads.next(); }
  n = 0;
  list(said.texts).forEach(function (size, file) {
    for (var i = 0; i < size; i++, n++) { store.rows[n].file = "t/" + pad(file); store.rows[n].nth = i; }
  });
  store.router = said.router;
  store.sizes = list(said.sizes);
}

function pad(n) { return ("000" + n).slice(-4); }

/* A row's words in their normal form: of a unit the title and the body, of a term all its words. */
function compared(row) {
  var text = row.text;
  row.t = normal(row.edition < 0 ? text[0] : text[1]);
  row.b = normal(row.edition < 0 ? text[1].concat(text[2].map(function (p) { return p[1]; })).join("\n") : text[2]);
}

/* The words of units n, loaded; done gets the scripts that are missing. */
function texts(ns, done) {
  var wanted = ns.filter(function (n) { return !store.rows[n].text; });
  var names = wanted.map(function (n) { return store.rows[n].file; })
    .filter(function (name, i, all) { return all.indexOf(name) === i; });
  load(names, function (missing) {
    wanted.forEach(function (n) {
      var row = store.rows[n], came = given[row.file];
      if (came && came[0][row.nth]) { row.text = came[0][row.nth]; compared(row); }
    });
    done(missing);
  });
}

/* ---- One term: of each unit that holds it 1, + 2 in its title, + 4 standing whole ---- */

/* Whether the number with which a term begins or ends goes on in the text. */
function cut(text, i, term) {
  var end = i + term.length;
  function at(k) { return digit(text.charCodeAt(k)); }
  return at(i - 1) && /^\.?[0-9]/.test(term) || text[i - 1] === "." && at(i - 2) && at(i) ||
    at(end) && /[0-9]\.?$/.test(term) || text[end] === "." && at(end + 1) && at(end - 1);
}

function held(row, term) {
  var found = 0;
  [[row.t, 3], [row.b, 1]].forEach(function (part) {
    for (var i = part[0].indexOf(term); i >= 0 && found !== 7; i = part[0].indexOf(term, i + 1)) {
      found |= part[1];
      if (!cut(part[0], i, term)) { found |= 4; break; }
    }
  });
  return found;
}

function inTexts(ns, term) {
  var found = new Map();
  ns.forEach(function (n) {
    var bits = store.rows[n].text ? held(store.rows[n], term) : 0;
    if (bits) found.set(n, bits);
  });
  return found;
}

/* The shard that may hold a pair: the last that does not begin after it. */
function shardOf(pair) {
  var low = 0, high = store.sizes.length - 1;
  while (low < high) {
    var middle = (low + high + 1) >> 1;
    if (store.router.substr(2 * middle, 2) <= pair) low = middle; else high = middle - 1;
  }
  return low;
}

/* The dictionary of a shard: each pair with where its codes begin and end. */
function dictionary(name) {
  var came = given[name];
  if (!came.pairs) {
    var codes = new Codes(came[0]), at = 0;
    came.pairs = new Map();
    while (codes.more()) {
      var first = came[0][codes.i++];
      for (var n = codes.next(); n > 0; n--) {
        var pair = first + came[0][codes.i++];
        came.pairs.set(pair, [at, at += codes.next()]);
      }
    }
  }
  return came.pairs;
}

function shard(pair) { return "i/" + pad(shardOf(pair)); }

function places(pair) {
  var name = shard(pair), span = given[name] && dictionary(name).get(pair);
  return span ? positions(given[name][1].slice(span[0], span[1])) : new Uint32Array(0);
}

/* The places of `some` after which, `step` units on, there is one of `others`. */
function followed(some, others, step) {
  var out = new Uint32Array(Math.min(some.length, others.length)), n = 0, k = 0;
  for (var i = 0; i < some.length; i++) {
    var at = some[i] + step;
    while (k < others.length && others[k] < at) k++;
    if (others[k] === at) out[n++] = some[i];
  }
  return out.subarray(0, n);
}

/* Pairs that cover a term, the cheapest way: by the size of their shards. */
function cover(term) {
  var last = term.length - 2, cost = [], from = [], i;
  function size(i) { return given[shard(term.substr(i, 2))] ? 0 : 1 + store.sizes[shardOf(term.substr(i, 2))]; }
  for (i = 0; i <= last; i++) {
    var a = i > 0 ? cost[i - 1] : 0, b = i > 1 ? cost[i - 2] : Infinity;
    cost[i] = size(i) + Math.min(a, b);
    from[i] = i > 0 && a < b ? i - 1 : i > 1 ? i - 2 : i - 1;
  }
  for (var chosen = [], at = last; at >= 0; at = from[at])
    chosen.push({ at: at, pair: term.substr(at, 2), size: size(at) });
  return chosen.sort(function (x, y) { return x.size - y.size; });
}

/* The pair of a whole number: see yearbook/search/postings.py. */
function whole(number) {
  if (number.length > 63) return "";
  var second = number.length > 1 ? "0123456789.".indexOf(number[1]) : 11;
  return "\u0001" + String.fromCharCode(0x100 + (+number[0] * 12 + second) * 64 + number.length);
}

function edges(term) {
  var head = /^[0-9]+(?:\.[0-9]+)*/.exec(term), tail = /[0-9]+(?:\.[0-9]+)*$/.exec(term), out = [];
  if (head) out.push({ at: 0, pair: whole(head[0]) });
  if (tail && (tail.index || !head)) out.push({ at: tail.index, pair: whole(tail[0]) });
  return out;
}

function shardsFor(wanted) {
  return wanted.filter(function (one) { return one.pair; }).map(function (one) { return shard(one.pair); })
    .filter(function (name, i, all) { return all.indexOf(name) === i; });
}

/* The units of places, with their bits. `all` are places whose numbers stand whole; null: every one. */
function unitsAt(at, all) {
  var found = new Map(), rows = store.rows, n = unitOf(at[0]), k = 0;
  for (var i = 0; i < at.length; i++) {
    while (n + 1 < rows.length && rows[n + 1].start <= at[i]) n++;
    var bits = 1;
    if (at[i] < rows[n].start + rows[n].head * BLOCK) bits |= 2;
    if (all) while (k < all.length && all[k] < at[i]) k++;
    if (!all || all[k] === at[i]) bits |= 4;
    found.set(n, found.get(n) | bits);
  }
  return found;
}

function unitOf(place) {
  var low = 0, high = store.rows.length - 1;
  while (low < high) {
    var middle = (low + high + 1) >> 1;
    if (store.rows[middle].start <= place) low = middle; else high = middle - 1;
  }
  return low;
}

/* Of a term of two units or more: load its pairs a few at a time, until none is left to look at or
   so few units are left that their words can be read instead. */
function phrase(term, done) {
  var rest = cover(term), at = null, gone = [], ends = edges(term);
  function step() {
    var some = rest.splice(0, BATCH);
    load(shardsFor(some), function (missing) {
      gone = gone.concat(missing);
      some.forEach(function (one) {
        if (!given[shard(one.pair)]) return;
        var found = places(one.pair), k = 0;
        while (k < found.length && found[k] < one.at) k++;
        at = at ? followed(at, found, one.at) : found.subarray(k).map(function (p) { return p - one.at; });
      });
      if (at && !at.length) done(new Map(), gone);
      else if (at && (rest.length || gone.length)) read();
      else if (rest.length) step();
      else if (at) counted();
      else done(new Map(), gone, true);
    });
  }
  function read() {
    var ns = Array.from(unitsAt(at, null).keys());
    if (rest.length && ns.length > FEW) { step(); return; }
    texts(ns, function (missing) { done(inTexts(ns, term), gone.concat(missing)); });
  }
  function counted() {
    load(shardsFor(ends), function (missing) {
      var all = ends.length ? at : null;
      ends.forEach(function (one) {
        all = one.pair ? followed(all, places(one.pair), one.at) : new Uint32Array(0);
      });
      done(unitsAt(at, all), gone.concat(missing));
    });
  }
  step();
}

/* Of a single unit: what units have it, with their bits. */
function single(term, done) {
  var pair = term + "\u0000";
  load([shard(pair)], function (missing) {
    var found = new Map();
    places(pair).forEach(function (at) { found.set(at >> 2, 1 | (at & 3) << 1); });
    done(found, missing, missing.length);
  });
}

function search(term, done) {
  if (store.small) {
    done(inTexts(store.rows.map(function (_, n) { return n; }), term), []);
  } else (term.length > 1 ? phrase : single)(term, done);
}

/* ---- The query ---- */

/* done({hits, terms, missing, lost}): the units that hold every term, best first, and the terms of
   the indexes that do; the scripts that brought nothing, and the terms that could not be looked for
   at all for want of them. Whole numbers go before parts of longer ones, titles before bodies, newer
   editions before older; within one the order is that of the book. */
function find(query, done) {
  var odd = /[\ud800-\udfff\0-\x08\x0e-\x1f]/u.test(query), wanted = odd ? [] : terms(query), found = null, gone = [], lost = [], rank = new Map(), n = 0;
  function next() {
    if (n === wanted.length || found && !found.size) { ranked(); return; }
    var term = wanted[n++];
    search(term, function (units, missing, all) {
      var both = new Map();
      gone = gone.concat(missing);
      if (all) lost.push(term);
      units.forEach(function (bits, unit) {
        if (found && !found.has(unit)) return;
        both.set(unit, (found ? found.get(unit) : 0) + (bits & 4 ? 0 : 100) + (bits & 2 ? 0 : 1));
      });
      found = both;
      next();
    });
  }
  function ranked() {
    rank = found || rank;
    var all = Array.from(rank.keys()).sort(function (a, b) {
      return rank.get(a) - rank.get(b) || store.rows[b].edition - store.rows[a].edition || a - b;
    });
    done({
      hits: all.filter(function (unit) { return unit < store.units; }),
      terms: all.filter(function (unit) { return unit >= store.units; }),
      missing: gone.filter(function (name, i) { return gone.indexOf(name) === i; }),
      lost: lost
    });
  }
  next();
}

/* Open the store at `base`, the way to the site's root: "all" for a small one, "meta" for a large. */
function open(base, name, done) {
  root = base;
  if (store) { done([]); return; }
  load([name], function (missing) {
    if (!missing.length) opened(name);
    done(missing);
  });
}

/* What is known of unit n: its words only once `texts` has loaded them. */
function unit(n) {
  var row = store.rows[n], made = { n: n, kind: store.kinds[row.kind], group: row.group, text: row.text };
  if (row.edition < 0) return made;
  made.edition = store.editions[row.edition][0];
  made.label = store.editions[row.edition][1];
  made.order = row.edition;
  made.stem = store.sections[row.section][0];
  made.section = store.sections[row.section][1];
  made.category = store.sections[row.section][2];
  return made;
}

/* Every title and term with the newest unit that has it: done([[n, words], …], missing). */
function titles(done) {
  if (!store.small) {
    load(["titles"], function (missing) {
      var n = 0, steps = missing.length ? [] : list(given.titles[0]), words = missing.length ? [] : given.titles[1].split("\n");
      done(steps.map(function (step, i) { return [n += step, words[i]]; }), missing);
    });
    return;
  }
  var newest = new Map();
  store.rows.forEach(function (row, n) {
    (row.edition < 0 ? [row.text[0]].concat(row.text[1]) : [row.text[1]]).forEach(function (words) {
      if (words) newest.set(row.group + " " + words, [n, words]);
    });
  });
  done(Array.from(newest.values()), []);
}

window.yearbookEngine = {
  open: open, find: find, texts: texts, unit: unit, titles: titles, load: load, normal: normal, terms: terms,
  data: function (name) { return given[name]; },
  editions: function () { return store.editions; },
  ready: function () { return !!store; }
};
})();
