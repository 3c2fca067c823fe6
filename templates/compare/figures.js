/* ---- How much a figure changed: as yearbook/years/change.py, in whole numbers ---- */

/* A row is stem, series, id, entry, label, shown, [value, zeros, unit, bare unit, approximate],
   [per, at a day, months recorded, definition]. */
function breaks(before, after) {
  var one = before[7], other = after[7];
  return ["unit", "per", "as_of", "span", "definition"].filter((name, n) => n
    ? one[n - 1] !== other[n - 1] && (name !== "span" || !one[1] && !other[1])
    : before[6][3] !== after[6][3]);
}

/* Both values as whole numbers of the same power of ten, after how many digits are decimals. */
function whole(values) {
  var parts = values.map(one => {
    var cut = one[0].split(".");
    return [cut[0] + (cut[1] || ""), (cut[1] || "").length - one[1]];
  }), most = Math.max(parts[0][1], parts[1][1], 0);
  return [most].concat(parts.map(one => BigInt(one[0] + "0".repeat(most - one[1]))));
}

function written(number, decimals) {
  var digits = String(number).padStart(decimals + 1, "0"), at = digits.length - decimals;
  return digits.slice(0, at) + (decimals ? "." + digits.slice(at) : "").replace(/\.?0*$/, "");
}

function changeOf(before, after) {
  var one = before[6], other = after[6], numbers = whole([one, other]), decimals = numbers[0], first = numbers[1], last = numbers[2];
  var less = last < first, much = less ? first - last : last - first, about = one[4] || other[4];
  var unit = words.points[other[3]] || other[3], percent = "", tenths;
  if (!much) return about ? words.alike : words.none;
  if (other[1] && one[2] === other[2] && String(much).length > decimals + other[1]) {
    unit = other[2];
    decimals += other[1];
  }
  if (first > 0 && last >= 0 && !words.shares.includes(other[3])) {
    tenths = (much * BigInt(2000) + first) / (first * BigInt(2));
    percent = said(words.percent, { percent: tenths ? written(tenths, 1) + "%" : words.below });
  }
  return (about ? words.about : "") + (words.shares.includes(unit) ? words.levels : words.change)[+less] + written(much, decimals) + unit + percent;
}

function saidOf(pair, labels) {
  if (!pair[0] || !pair[1]) return said(words.unsaid, { volume: labels[pair[0] ? 1 : 0] });
  var why = breaks(pair[0], pair[1]).map(name => name === "as_of" ? words.as_of[+pair[1][7][1]] : words.breaks[name]);
  if (!why.length && pair[0][6][0] && pair[1][6][0]) return changeOf(pair[0], pair[1]);
  return said(words.not, { why: why.join(words.join) || words.void });
}
