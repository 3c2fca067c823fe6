/* An old address leads on: its anchor to what stood there, the page to what became of it. */
(function (d) {
  "use strict";
  var id = decodeURIComponent(location.hash.slice(1)), at = id && d.getElementById(id);
  var row = at && at.closest("[data-whole], .rows li") || d.querySelector("[data-whole]"), a = row && row.querySelector("a");
  if (!a) return;
  var to = a.href.split("#"), kept = at ? /^[fh]_/.test(id) && at !== row : id && !to[1];
  location.replace(kept ? to[0] + "#" + id : a.href);
})(document);
