/* ---- Any two editions: compare.html?a=2010&b=2018&s=STEM ---- */

var loaded = new Map(), asked = new Map(), root = d.currentScript.src.replace(/assets\/[^/]*$/, "");

window.yearbookCompare = (edition, name, data) => loaded.set(edition + "/" + name, data);

/* Call `then` when these scripts have come; with the names of those that are missing. */
function load(names, then) {
  Promise.all(names.map(name => remembered(asked, name, () => new Promise(done => {
    var script = make("script");
    script.src = root + "compare/data/" + name + ".js";
    script.onload = script.onerror = done;
    d.head.append(script);
  })))).then(() => then(names.filter(name => !loaded.has(name))));
}

function any() {
  var fields = form.elements, told = form.querySelector("[role=status]"), asks = new URLSearchParams(location.search);
  var head = d.querySelector(".head"), years = [...fields.a.options].map(one => one.value);

  function labels() {
    return [fields.a, fields.b].map(one => one.selectedOptions[0].text);
  }
  function lost(gone) {
    told.textContent = gone.length ? said(words.lost, { files: gone.map(name => "compare/data/" + name + ".js").join(words.join) }) : "";
    return gone.length;
  }
  /* The sections of the later edition that the earlier has too. */
  function choose(then) {
    var volumes = [fields.a.value, fields.b.value], wanted = fields.s.value || asks.get("s");
    load(volumes.map(one => one + "/index"), gone => {
      if (lost(gone) || volumes[0] !== fields.a.value || volumes[1] !== fields.b.value) return;
      var both = volumes.map(one => contents(loaded.get(one + "/index")));
      var rows = both[1].rows.filter(row => volumes[0] !== volumes[1] && sources(row[0], both[0], both[1]).size);
      fields.s.textContent = "";
      rows.forEach(row => { make("option", fields.s, row[1]).value = row[0]; });
      if (rows.some(row => row[0] === wanted)) fields.s.value = wanted;
      form.querySelector("button").disabled = !rows.length;
      if (!rows.length) told.textContent = volumes[0] === volumes[1] ? words.twice : words.nothing;
      else if (then) then(volumes, both, rows, wanted);
    });
  }
  function show(volumes, both, rows, wanted) {
    if (!rows.some(row => row[0] === wanted)) {
      told.textContent = words.nothing;
      return;
    }
    var found = sources(wanted, both[0], both[1]);
    load([volumes[1] + "/" + wanted].concat([...found.keys()].map(stem => volumes[0] + "/" + stem)), gone => {
      if (lost(gone)) return;
      var before = gathered(found, new Map([...found.keys()].map(stem => [stem, loaded.get(volumes[0] + "/" + stem)])));
      var after = gathered(new Map([[wanted, null]]), new Map([[wanted, loaded.get(volumes[1] + "/" + wanted)]]));
      var made = compared(before, after, wanted, both[1]), names = labels(), pair = said(words.pair, { before: names[0], after: names[1] });
      var other = [...found].filter(one => !one[1]).map(one => headOf(both[0], one[0])[1]).join(words.join), title = headOf(both[1], wanted)[1];
      head.querySelector("h1").textContent = title;
      head.prepend(make("p", null, said(words.kicker, { pair: pair }), "kicker"));
      head.querySelector(".lead").textContent = said(words.lead, { counts: counted(made.rows) }) +
        (other && other !== title ? said(words.earlier, { volume: names[0], title: other }) : "");
      d.title = title + "·" + pair + d.title.slice(d.title.indexOf("·"));
      if (made.figures.length) showFigures(sides, made.figures, volumes, names);
      made.blocks.forEach((_, n) => showBlock(sides, made, n, volumes, names));
      sides.hidden = false;
      letters(sides);
    });
  }

  var a = years.indexOf(asks.get("a")), b = years.indexOf(asks.get("b"));
  fields.b.selectedIndex = b < 0 ? 0 : a < 0 ? b : Math.min(a, b);
  fields.a.selectedIndex = a < 0 ? Math.min(fields.b.selectedIndex + 1, years.length - 1) : b < 0 ? a : Math.max(a, b);
  fields.a.onchange = fields.b.onchange = () => choose();
  choose(a >= 0 && b >= 0 && asks.get("s") ? show : null);
}
