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
