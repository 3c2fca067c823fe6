/* ---- The page that a hit leads to: every word of the query is marked ---- */

function landed(terms) {
  var main = d.querySelector("main"), walk = d.createTreeWalker(main, 4), runs = [], last, node, count = 0;

  /* A run of text is what stands in one block; a reading that was corrected is one of its own. */
  while ((node = walk.nextNode())) {
    var block = node.parentNode, own = block.closest(".was");
    if (block.closest(".ref,.back,.perma,.cite,.box,.turn,.tools,.figs,.no,button,[aria-hidden]")) continue;
    while (getComputedStyle(block).display === "inline") block = block.parentNode;
    if (own) runs.unshift([node]);
    else if (block === last) runs[runs.length - 1].push(node);
    else runs.push([node]);
    if (!own) last = block;
  }
  runs.forEach(nodes => {
    var found = ranges(nodes.map(one => one.nodeValue.replace(/\n/g, " ")).join(""), terms), start = 0;
    count += found.length;
    nodes.forEach(one => {
      var text = one.nodeValue, made = d.createDocumentFragment(), from = start;
      start += text.length;
      if (!found.some(r => r[0] < start && r[1] > from)) return;
      marked(made, text, found.map(r => [r[0] - from, r[1] - from]));
      one.replaceWith(made);
    });
  });
  if (!count) return;

  var target = d.querySelector(":target"), near = ".entry,li,tr,figure,.scroll,.note", entry = target && target.closest(near);
  var first = entry && entry.querySelector("mark") || main.querySelector("mark");
  entry = first.closest(".entry") || first.closest(near) || main;
  d.querySelector(".skip").after(button(null, said("unmark", { count: count }), function () {
    main.querySelectorAll("mark").forEach(one => {
      var parent = one.parentNode;
      one.replaceWith(...one.childNodes);
      parent.normalize();
    });
    this.remove();
    entry.tabIndex = -1;
    entry.focus({ preventScroll: true });
    try { history.replaceState(null, "", location.pathname + location.hash); }
    catch (_) { /* the next visit marks again */ }
  }, "unmark"));
  setTimeout(() => { d.querySelector(".vh[role=status]").textContent = said("marked", { count: count }); });
  function go() {
    var at = first.getBoundingClientRect();
    if (at.top < 0 || at.bottom > innerHeight) first.scrollIntoView({ block: "center", behavior: "instant" });
  }
  if (d.readyState === "complete") setTimeout(go);
  else addEventListener("load", () => setTimeout(go));
}
