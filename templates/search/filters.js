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
