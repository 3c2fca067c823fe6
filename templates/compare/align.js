/* ---- Which sentences are the same, changed, new, gone or moved: as yearbook/years/align.py ---- */

var SIMILAR = 0.4, MOVED = 6, OFTEN = 50, MOST = 100000, forms = new Map(), pairs = new Map();

function remembered(store, text, work) {
  if (!store.has(text)) store.set(text, work(text));
  return store.get(text);
}
function formOf(text) {
  return remembered(forms, text, () => text
    .replace(/[\uff01-\uff5e]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[“”〝〞「」『』]/g, '"').replace(/[‘’]/g, "'").replace(/[・•]/g, "·")
    .replace(/[\t\v\f\r\n \xa0\xad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/g, ""));
}
function pairsOf(text) {
  return remembered(pairs, text, () => {
    var chars = [...formOf(text).replace(/[0-9]+(?:[.,][0-9]+)*/g, "0")];
    return new Set(chars.length > 1 ? chars.slice(1).map((c, n) => chars[n] + c) : [chars.join("")]);
  });
}
function below(list, value) {
  var at = list.findIndex(one => one >= value);
  return at < 0 ? list.length : at;
}

function common(before, after) {
  var places = new Map(), ends = [], chains = [], made = [], link;
  after.forEach((text, j) => remembered(places, text, () => []).push(j));
  before.forEach((text, i) => (places.get(text) || []).slice(0, OFTEN).reverse().forEach(j => {
    var at = below(ends, j);
    ends[at] = j;
    chains[at] = [i, j, chains[at - 1]];
  }));
  for (link = chains[chains.length - 1]; link; link = link[2]) made.unshift(link);
  return made;
}

/* Where sentences went and came from, by their places in each pair of texts. */
function movedOf(texts, same) {
  var made = texts.map(() => [new Map(), new Map()]), lost = new Map(), found = [];
  texts.forEach((text, n) => {
    text[0].forEach((one, i) => {
      if ([...one].length >= MOVED && !same[n].some(link => link[0] === i)) remembered(lost, one, () => []).push([n, i]);
    });
    text[1].forEach((one, j) => { if (!same[n].some(link => link[1] === j)) found.push([n, j]); });
  });
  [1, 0].forEach(own => found.forEach(to => {
    var there = lost.get(texts[to[0]][1][to[1]]) || [], spot = there.find(one => !own || one[0] === to[0]);
    if (!spot || made[to[0]][1].has(to[1])) return;
    there.splice(there.indexOf(spot), 1);
    made[to[0]][1].set(to[1], spot[0]);
    made[spot[0]][0].set(spot[1], to[0]);
  }));
  return made;
}

function similar(before, after, left, right) {
  var found = [], chosen = [];
  if (left.length * right.length <= MOST) right.forEach(j => left.forEach(i => {
    var own = pairsOf(after[j]), other = pairsOf(before[i]), count = 0;
    own.forEach(pair => { count += other.has(pair); });
    var likeness = 2 * count / (own.size + other.size);
    if (likeness >= SIMILAR) found.push([likeness, i, j]);
  }));
  found.sort((a, b) => b[0] - a[0] || a[1] - b[1] || a[2] - b[2]).forEach(one => {
    if (chosen.every(link => (link[0] - one[1]) * (link[1] - one[2]) > 0)) chosen.push([one[1], one[2]]);
  });
  return chosen.sort((a, b) => a[0] - b[0]);
}

/* Rows are [kind, place before, place after, pair that it came from or went to]. */
function rowsOf(before, after, same, moved) {
  var made = [], i = 0, j = 0;
  function single(from, end, side) {
    for (var n = from; n < end; n++) {
      var where = moved[side].get(n), kinds = side ? ["new", "here"] : ["cut", "away"];
      made.push([kinds[+(where >= 0)], side ? -1 : n, side ? n : -1, where]);
    }
  }
  same.concat([[before.length, after.length]]).forEach(link => {
    var left = [], right = [], n;
    for (n = i; n < link[0]; n++) if (!moved[0].has(n)) left.push(n);
    for (n = j; n < link[1]; n++) if (!moved[1].has(n)) right.push(n);
    similar(before, after, left, right).concat([link]).forEach(pair => {
      single(i, pair[0], 0);
      single(j, pair[1], 1);
      if (pair !== link) made.push(["changed", pair[0], pair[1]]);
      i = pair[0] + 1;
      j = pair[1] + 1;
    });
    if (link.length > 2) made.push(["same", link[0], link[1]]);
  });
  return made;
}

function align(texts) {
  var all = texts.map(text => text.map(lines => lines.map(formOf)));
  var same = all.map(text => common(text[0], text[1])), moved = movedOf(all, same);
  return texts.map((text, n) => rowsOf(text[0], text[1], same[n], moved[n]));
}

function alignRecords(before, after) {
  var made = [], left = new Map(before.ids.map((id, i) => [id, i]));
  after.ids.forEach((id, j) => {
    var i = left.has(id) ? left.get(id) : -1;
    left.delete(id);
    made.push([i < 0 ? "new" : formOf(before.lines[i]) === formOf(after.lines[j]) ? "same" : "changed", i, j]);
  });
  left.forEach(i => made.push(["cut", i, -1]));
  return made;
}
