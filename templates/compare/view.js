/* ---- The page of two editions, element by element as templates/compare.html ---- */

var RUNNING = ["same", "cut", "new"];

function linked(parent, text, href) {
  var made = href ? make("a", parent, text) : parent;
  if (href) made.href = href; else parent.append(text);
  return made;
}
function table(parent, kind, heads) {
  var made = make("table", parent, "", kind), row = make("tr", make("thead", made));
  heads.forEach(head => { make("th", row, head).scope = "col"; });
  return made;
}
function section(parent, id, title) {
  var made = make("section", parent);
  made.setAttribute("aria-labelledby", id);
  make("h2", made, title).id = id;
  return made;
}
function titleOf(pair) {
  return (pair[1] || pair[0]).title;
}
function linesOf(pair) {
  return [0, 1].map(side => pair[side] ? pair[side].lines : []);
}

/* The words of both sides, sentences of one kind that follow each other in a paragraph joined. */
function runs(made, n) {
  var lines = linesOf(made.blocks[n]), found = [], last;
  function moved(text, row) {
    return row[3] === n ? text[0] : said(text[1], { title: titleOf(made.blocks[row[3]]) });
  }
  made.rows[n].forEach(row => {
    var one = row[1] >= 0 ? lines[0][row[1]] : row[0] === "here" ? moved(words.from, row) : "";
    var other = row[2] >= 0 ? lines[1][row[2]] : row[0] === "away" ? moved(words.to, row) : "";
    if (!last || row[0] !== last[0] || !RUNNING.includes(row[0]) || (last[1] || last[2]).endsWith("\n")) found.push(last = [row[0], "", ""]);
    last[1] += one;
    last[2] += other;
  });
  return found;
}

function showFigures(parent, figures, volumes, labels) {
  var box = make("div", section(parent, "figures_", words.figures), "", "scroll");
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", said(words.scroll, { caption: words.figures }));
  var body = table(box, "", [words.label, labels[0], labels[1], words.difference]), heads = body.rows[0].cells;
  heads[1].className = heads[2].className = "num";
  body = make("tbody", body);
  figures.forEach(pair => {
    var row = make("tr", body);
    make("th", row, (pair[1] || pair[0])[4]).scope = "row";
    [0, 1].forEach(side => {
      var one = pair[side], cell = make("td", row, "", "num");
      if (!one) return;
      cell = linked(cell, one[5][0], volumes[side] + "/" + one[0] + ".html#f_" + one[2]);
      one[5][1].split(/(\d{5,})/).forEach((text, n) => grouped(cell, text, n % 2));
      make("small", cell, one[5][2]);
    });
    make("td", row, saidOf(pair, labels));
  });
}
function grouped(parent, text, long) {
  var head = long ? text.length % 3 || 3 : text.length;
  parent.append(text.slice(0, head));
  for (; head < text.length; head += 3) make("span", parent, text.slice(head, head + 3), "k");
}

function showBlock(parent, made, n, volumes, labels) {
  var pair = made.blocks[n], title = titleOf(pair), body = table(section(parent, "b_" + n, title), "text", ["", "", ""]);
  make("span", body.rows[0].cells[0], words.column, "vh");
  [0, 1].forEach(side => {
    var one = pair[side], text = labels[side] + (one && one.title !== title ? "·" + one.title : "");
    linked(body.rows[0].cells[side + 1], text, one && volumes[side] + "/" + one.stem + ".html#" + one.id);
  });
  body = make("tbody", body);
  runs(made, n).forEach(run => {
    var row = make("tr", body, "", run[0]);
    make("td", row, words.kinds[run[0]]);
    make("td", row, run[1].replace(/^\n+|\n+$/g, ""));
    make("td", row, run[2].replace(/^\n+|\n+$/g, ""));
  });
}

function compared(before, after, stem, later) {
  var blocks = paired(before.blocks, after.blocks, stem, later);
  var records = blocks.map(pair => pair.some(one => one && one.ids.length));
  var rows = align(blocks.map((pair, n) => records[n] ? [[], []] : linesOf(pair))), none = { ids: [], lines: [] };
  return {
    blocks: blocks,
    rows: rows.map((found, n) => records[n] ? alignRecords(blocks[n][0] || none, blocks[n][1] || none) : found),
    figures: pairedFigures(before.figures, after.figures)
  };
}

function counted(rows) {
  var all = [].concat.apply([], rows).map(row => row[0]);
  return Object.keys(words.counts).map(kind => [words.counts[kind], all.filter(one => one === kind).length])
    .filter(one => one[1]).map(one => said(one[0], { count: one[1] })).join(words.join) || words.unchanged;
}
