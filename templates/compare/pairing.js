/* ---- Which parts of two editions are compared: as yearbook/years/pairing.py ---- */

function shares(one, other) {
  return one.some(key => other.includes(key));
}

/* The contents of an edition, with the sections where each matter stands. */
function contents(rows) {
  var stands = new Map();
  rows.forEach(row => row[3].forEach(key => remembered(stands, key, () => []).push(row[0])));
  return { rows: rows, stands: stands };
}
function headOf(contents, stem) {
  return contents.rows.find(row => row[0] === stem);
}

/* The earlier sections by stem: whole ones without keys, of others the entries of these keys. */
function sources(stem, before, after) {
  var head = headOf(after, stem), found = new Map();
  before.rows.forEach(row => { if (shares(row[2], head[2])) found.set(row[0], null); });
  head[3].forEach(key => {
    var there = before.stands.get(key) || [];
    if (!there.length || there.some(one => found.get(one) === null)) return;
    remembered(found, there[0], () => []).push(key);
  });
  return found;
}

function blockOf(stem, row) {
  return { stem: stem, keys: row[0], id: row[1], title: row[2], lines: row[3], ids: row[4] };
}
function gathered(found, matters) {
  var blocks = [], figures = [];
  found.forEach((keys, stem) => {
    var matter = matters.get(stem), own = matter[1].map(row => blockOf(stem, row)).filter(one => !keys || shares(keys, one.keys));
    blocks = blocks.concat(own);
    matter[2].forEach(row => { if (!keys || own.some(one => one.id === row[2])) figures.push([stem].concat(row)); });
  });
  return { blocks: blocks, figures: figures };
}

function paired(before, after, stem, later) {
  var left = before.slice(), found = new Map();
  [1, 0].forEach(same => after.forEach((block, n) => {
    var one = found.has(n) ? null : left.find(other => shares(other.keys, block.keys) && (!same || other.id === block.id));
    if (!one) return;
    left.splice(left.indexOf(one), 1);
    found.set(n, one);
  }));
  return after.map((block, n) => [found.get(n), block]).concat(left.filter(one =>
    !one.keys.some(key => (later.stands.get(key) || []).some(other => other !== stem))).map(one => [one]));
}

function pairedFigures(before, after) {
  var left = new Map();
  before.slice().reverse().forEach(one => left.set(one[1], one));
  var made = after.map(one => {
    var other = left.get(one[1]);
    left.delete(one[1]);
    return [other, one];
  });
  return made.concat(before.filter(one => left.get(one[1]) === one).map(one => [one]));
}
