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
