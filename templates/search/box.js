/* ---- The box of a page: a combobox ---- */

function combobox() {
  var list = make("ul", form), rows = [], at = -1;
  function set(one, name, value) { one.setAttribute(name, value); }
  list.id = "find_";
  set(list, "role", "listbox");
  set(list, "aria-label", words.offers);
  set(box, "role", "combobox");
  set(box, "aria-autocomplete", "list");
  set(box, "aria-controls", "find_");

  function open(on) {
    list.hidden = !on;
    set(box, "aria-expanded", on);
    if (!on) serial++;
    light(-1);
  }
  function light(n) {
    var options = list.children;
    if (options[at]) options[at].removeAttribute("aria-selected");
    at = n;
    if (!options[n]) { box.removeAttribute("aria-activedescendant"); return; }
    set(box, "aria-activedescendant", "find_" + n);
    set(options[n], "aria-selected", true);
  }
  function option(n) {
    var made = make("li", list);
    made.id = "find_" + n;
    set(made, "role", "option");
    return make("span", made);
  }
  function look() {
    var query = box.value, mine = ++serial;
    if (!engine.terms(query)[0]) { open(false); return; }
    function offer(found) {
      if (mine !== serial || d.activeElement !== box) return;
      rows = once(found, 8, row => row.words + small(row));
      list.textContent = "";
      rows.forEach((row, n) => {
        var at = [], text = option(n);
        engine.normal(row.words, at);
        marked(text, row.words, [[at[row.at[0]], at[row.at[1] - 1] + 1]]);
        make("small", text.parentNode, small(row));
      });
      if (gone[0]) option(rows.length).textContent = said("gone", { files: files(gone) });
      option(list.children.length).textContent = said("whole", { query: quoted(query) });
      open(true);
    }
    gone = [];
    engine.open(root, words.store, missing => {
      missed(missing);
      if (missing[0]) offer([]);
      else suggestions(query, offer);
    });
  }
  function choose(n) {
    open(false);
    if (!rows[n]) form.requestSubmit();
    else loaded([rows[n].n], found => { location.href = place(found[0]) || form.action + asked({ q: rows[n].words }); });
  }

  typed(look);
  box.addEventListener("keydown", event => {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key], count = list.children.length + 1;
    if (!plainly(event)) return;
    if (list.hidden) { if (!step) return; look(); }
    else if (step) light((at + 1 + step + count) % count - 1);
    else if (event.key === "Escape") open(false);
    else if (event.key === "Enter" && at >= 0) choose(at);
    else return;
    event.preventDefault();
  });
  box.addEventListener("blur", () => open(false));
  list.addEventListener("pointerdown", event => event.preventDefault());
  list.addEventListener("click", event => choose([...list.children].indexOf(event.target.closest("li"))));
  open(false);
  if (d.activeElement === box && !composing) look();
}
