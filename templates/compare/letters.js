/* ---- What changed within a sentence: a number or a Latin word counts as one letter ---- */

function tokens(text) {
  return text.match(/\d+(?:[.,]\d+)*|[A-Za-z]+|[^]/gu) || [];
}

/* The tokens of both sides that belong to the longest common subsequence; none when it is too long. */
function kept(before, after) {
  var n = before.length, m = after.length, i, j, row = m + 1, table, marks = [[], []];
  if (n * m > 250000) return null;
  table = new Uint16Array((n + 1) * row);
  for (i = n - 1; i >= 0; i--) for (j = m - 1; j >= 0; j--)
    table[i * row + j] = before[i] === after[j] ? table[(i + 1) * row + j + 1] + 1 : Math.max(table[(i + 1) * row + j], table[i * row + j + 1]);
  for (i = j = 0; i < n && j < m;) {
    if (before[i] === after[j]) { marks[0][i++] = 1; marks[1][j++] = 1; }
    else if (table[(i + 1) * row + j] >= table[i * row + j + 1]) i++;
    else j++;
  }
  return marks;
}

/* Single letters that stayed between letters that went are noise: both sides drop them. */
function joined(before, after, marks) {
  for (var i = 0, j = 0; ; i++, j++) {
    while (i < before.length && !marks[0][i]) i++;
    while (j < after.length && !marks[1][j]) j++;
    if (i >= before.length) return;
    var end = i, at = j;
    while (marks[0][end] && marks[1][at]) { end++; at++; }
    if (end === i + 1 && i && j && end < before.length && at < after.length && !marks[0][i - 1] && !marks[0][end] && !marks[1][j - 1] && !marks[1][at])
      marks[0][i] = marks[1][j] = 0;
    i = end - 1;
    j = at - 1;
  }
}

function marked(cell, list, on, name) {
  cell.textContent = "";
  for (var i = 0, k; i < list.length; i = k) {
    for (k = i + 1; k < list.length && !on[k] === !on[i]; k++);
    var text = list.slice(i, k).join("");
    if (on[i]) cell.append(text); else make(name, cell, text);
  }
}

function differ(row) {
  var cells = row.cells, before = tokens(cells[1].textContent), after = tokens(cells[2].textContent);
  var marks = !row.dataset.on && kept(before, after);
  row.dataset.on = 1;
  if (!marks) return;
  joined(before, after, marks);
  marked(cells[1], before, marks[0], "del");
  marked(cells[2], after, marks[1], "ins");
}

/* The sentences are worked out as they come into view; all of them before the page is printed. */
function letters(place) {
  var rows = place.querySelectorAll("tr.changed"), seen = new IntersectionObserver(found => found.forEach(one => {
    if (!one.isIntersecting) return;
    seen.unobserve(one.target);
    differ(one.target);
  }), { rootMargin: "50%" });
  rows.forEach(row => seen.observe(row));
  addEventListener("beforeprint", () => rows.forEach(differ));
}
