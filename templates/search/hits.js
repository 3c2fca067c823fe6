  /* Hits: of the same entry in many years the newest first */
  function group(left) {
    groups = [...grouped(left, unit => unit.group).values()];
    groups.forEach(one => one.sort((a, b) => b.order - a.order));
    if (observer) observer.disconnect();
    observer = new IntersectionObserver(seen, { rootMargin: "80px" });
    list.textContent = "";
    shown = 0;
    status.textContent = told(left);
    if (units[0] && !left[0]) link(status, words.wide, asked({ q: state.q }));
    lost();
    grow();
  }
  function told(left) {
    var query = quoted(state.q), lost = offered.lost, bare = !left[0] && !units[0], names = bare && offered.names, read = bare && offered.read;
    var unread = lost && lost[0] && said("unread", { query: lost.map(quoted).join("”“") });
    return (bare && unread || said(left[0] ? "found" : units[0] ? "narrowed" : names || read ? "bare" : "none", { query: query, count: (left[0] ? left : units).length })) +
      (groups.length < left.length ? said("grouped", { count: groups.length }) : "") +
      (names ? said("listed", { count: names }) : "") + (read ? said("read", { count: read }) : "") + "。" +
      (unread && !bare ? unread + "。" : "");
  }
  function grow() {
    groups.slice(shown, shown += STEP).forEach(one => {
      var item = make("li", list);
      item.units = one;
      fill(item);
      if (!one[0].text) observer.observe(item);
    });
    more.hidden = shown >= groups.length;
  }
  function fill(item) {
    var unit = item.units[0] = engine.unit(item.units[0].n), text = unit.text, title = text && text[1] || unit.section;
    var focus = item.contains(d.activeElement), made;
    item.textContent = "";
    item.className = text ? "" : "wait";
    marked(made = link(make("h2", item), "", place(unit, state.q)), title, ranges(title, terms));
    make("p", item, [unit.label, unit.category, unit.section, unit.kind].filter((one, i, all) => one && all.indexOf(one) === i).join(" · "), "where");
    if (text && text[2]) excerpt(make("p", item), text[2]);
    if (item.units[1]) some(make("p", item, words.also, "where chips"), item.units.slice(1), YEARS, (row, other) => {
      other.text = text;
      link(row, other.label, place(other, state.q));
    }, "volumes");
    if (focus) made.focus();
  }
  /* The first few of many, and a button for the others */
  function some(row, all, few, put, key) {
    if (few > 2 && all.length < few + 2) few++;
    all.slice(0, few).forEach(one => {
      row.append(" ");
      put(row, one);
    });
    if (all.length > few) button(row, said(key || "others", { count: all.length - few }), function () {
      var last = this.previousElementSibling;
      this.remove();
      some(row, all.slice(few), 1e9, put);
      last = last.nextElementSibling.querySelector("a") || last.nextElementSibling;
      last.focus();
    });
  }
  function seen(entries) {
    var items = entries.filter(one => one.isIntersecting).map(one => one.target);
    items.forEach(item => observer.unobserve(item));
    engine.texts(items.map(item => item.units[0].n), missing => {
      items.forEach(item => {
        fill(item);
        item.className = "";
      });
      missed(missing);
      if (missing[0]) lost();
    });
  }
  function lost() {
    ["i", "t", "maps"].forEach(kind => {
      var names = gone.filter(name => name[1] === "/" ? name[0] === kind : kind[1]), old = status.querySelector("." + kind);
      if (old) old.remove();
      if (names[0]) make("p", status, said(kind, { files: files(names) }), "note " + kind);
    });
  }

  /* The words round the hits of a body, rather where a number stands whole. What stands after WAS
     are the lines of a correction as they were first printed */
  function excerpt(parent, body) {
    var all = ranges(body, terms), end = 0, high, chosen = terms.map(term => {
      var own = ranges(body, [term]);
      return own.find(one => !/\d\.?$/.test(body.slice(0, one[0])) && !/^\.?\d/.test(body.slice(one[1]))) || own[0];
    }).filter(Boolean).sort((a, b) => a[0] - b[0]).slice(0, 3);
    (chosen[0] ? chosen : [[0, 0]]).forEach((one, _, rows) => {
      var low = body.lastIndexOf(WAS, one[0]) + 1, from = Math.max(end, low), start = Math.max(from, one[0] - 30);
      high = body.indexOf(WAS, low);
      if (high < 0) high = body.length;
      var last = Math.min(high, Math.max(one[1], one[0] + 90 / rows.length | 0));
      if (last <= end) return;
      while (start > from && start < one[0] && /[\s，。；：、！？）”’》]/.test(body[start])) start++;
      while (start > from && joined(start)) start--;
      while (last < high && joined(last)) last++;
      if (low > end) parent.append(words.was);
      if (start > from) parent.append("…");
      marked(parent, body, all, start, end = last);
    });
    if (end < high) parent.append("…");
    /* Whether a number or a character is cut there */
    function joined(i) { return /[\d.,]{2}|.[\udc00-\udfff]/s.test(body.substr(i - 1, 2)); }
  }
