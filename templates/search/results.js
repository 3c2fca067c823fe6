/* ---- The search page ---- */

function results() {
  var STEP = 30, FEW = 4, YEARS = 12, WAS = "\x1e", state, shown, committed, groups = [], terms = [], units = [], offered = {}, observer, title = d.title;
  function part(css) { return page.querySelector(css); }
  var status = part("[role=status]"), list = part(".hits"), more = part(".more"), empty = part(".empty");
  var hints = part(".hints"), offers = part(".offers"), nav = part(".toc"), selects = nav.querySelectorAll("select");

  /* What is asked stands in the address */
  function written(how, change) {
    Object.assign(state, change);
    committed = true;
    try { history[how](null, "", state.q ? asked(state) : location.pathname); }
    catch (_) { /* the address then keeps what the page was opened with */ }
  }
  function given() {
    state = { q: "", ...Object.fromEntries(new URLSearchParams(location.search)) };
    box.value = state.q;
    committed = !!state.q;
  }
  /* The first change after a query that was meant is a step of the history, the next ones are not */
  function changed(meant) {
    written(committed && box.value !== state.q ? "pushState" : "replaceState", { q: box.value });
    committed = meant;
    run();
  }
  function current(f) {
    var mine = serial;
    return (a, b) => { if (mine === serial) f(a, b); };
  }

  function run(then) {
    serial++;
    var slow = setTimeout(current(() => { status.textContent = words.loading; }), 250);
    page.classList.toggle("asked", !!state.q.trim());
    terms = engine ? engine.terms(state.q) : [];
    gone = [];
    d.title = (state.q.trim() && quoted(state.q) + "·") + title;
    function nothing(why) {
      clearTimeout(slow);
      units = [];
      show();
      offers.hidden = empty.hidden = true;
      status.textContent = why;
    }
    if (!engine) nothing(said("failed", { files: "assets/engine.js" }));
    else engine.open(root, words.store, current(missing => {
      if (missing[0]) nothing(said("failed", { files: files(missing) }));
      else if (!terms[0]) nothing(state.q && words.blank);
      else engine.find(state.q, current(found => simplified(state.q, current(other =>
        engine.find(other === state.q ? "" : other, current(instead => sounding(state.q, current(read => {
          var names = once(found.terms.concat(instead.terms), 1e9, n => n), kinds = [...grouped(names, n => engine.unit(n).kind)];
          read = once(read, 8);
          engine.texts(found.hits.slice(0, 5).concat(...kinds.slice(0, 5).map(kind => kind[1].slice(0, 5)), read.map(one => one.n)), current(() => {
            clearTimeout(slow);
            missed(found.missing);
            offered = { names: names.length, read: read.length, other: other, instead: instead.hits.length, lost: found.lost || [] };
            units = found.hits.map(engine.unit);
            show();
            suggest(kinds, read);
            empty.hidden = true;
            if (!units[0]) help(found.terms);
            if (then) then();
          }));
        }))))))));
      simplified(state.q, () => 0);
    }));
  }

  {% include "search/filters.js" %}
  {% include "search/hits.js" %}
  {% include "search/offers.js" %}

  /* Keys: down and up go through the hits, Escape goes back to the box */
  page.addEventListener("keydown", event => {
    var here = d.activeElement.closest(".hits > li"), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    var at = [...list.children].indexOf(here) + step;
    if (!plainly(event)) return;
    if (event.key === "Escape") box.focus();
    if (!step || !here && (d.activeElement !== box || step < 0)) return;
    event.preventDefault();
    if (at >= shown && !more.hidden) grow();
    if (at < 0) box.focus();
    else if (list.children[at]) list.children[at].querySelector("a").focus();
  });
  more.onclick = () => {
    var first = shown;
    grow();
    list.children[first].querySelector("a").focus();
  };
  page.addEventListener("click", event => {
    var made = event.target.closest("a"), item = event.target.closest(".hits > li");
    try { if (item) history.replaceState({ at: [...list.children].indexOf(item) }, ""); }
    catch (_) { /* the way back then leads to the top */ }
    if (made) committed = true;
    if (!made || !nav.contains(made) && made.parentNode !== status || !plainly(event)) return;
    event.preventDefault();
    history.pushState(null, "", made.href);
    given();
    show();
  });
  /* Back from a page: to the hit that led there */
  function back() {
    var at = history.state && history.state.at;
    if (!groups[at]) return;
    while (shown <= at) grow();
    list.children[at].querySelector("a").focus();
    list.children[at].scrollIntoView({ block: "center", behavior: "instant" });
  }
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (!composing) changed(true);
  });
  addEventListener("popstate", () => { given(); run(back); });
  typed(() => { if (box.value !== state.q) changed(); });
  history.scrollRestoration = "manual";
  given();
  run(back);
  if (!state.q) box.focus();
}
