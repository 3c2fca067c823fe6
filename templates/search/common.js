/* ---- What the rooms of the interface share ---- */

function said(key, values) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function make(name, parent, text, kind) {
  var made = d.createElement(name);
  if (text) made.textContent = text;
  if (kind) made.className = kind;
  if (parent) parent.append(made);
  return made;
}

function link(parent, text, href) {
  var made = make("a", parent, text);
  made.href = href;
  return made;
}

function button(parent, text, then, kind) {
  var made = make("button", parent, text, kind);
  made.type = "button";
  made.onclick = then;
  return made;
}

/* A query as it is quoted: short, without the quotes round it. */
function quoted(query) {
  var all = [...query.trim().replace(/^[“"]+|[”"]+$/g, "")];
  return all.slice(0, 30).join("") + (all.length > 30 ? "…" : "");
}

/* Files that are missing, and their names. */
function missed(names) {
  gone = gone.concat(names.filter(name => !gone.includes(name)));
}
function files(names) {
  return names.slice(0, 5).map(name => "search/" + name + ".js").join("、") + (names.length > 5 ? "……" : "");
}

/* The end of an address; halves of characters, which cannot stand there, are replaced. */
function asked(values) {
  var made = new URLSearchParams();
  for (var key in values) if (values[key]) made.set(key, values[key]);
  return "?" + made;
}

/* Call `then` when nothing has been typed for a moment, and never while a word is composed. */
function typed(then) {
  var wait;
  function soon(event) {
    composing = /start$/.test(event.type) || event.isComposing;
    clearTimeout(wait);
    if (!composing) wait = setTimeout(then, 120);
  }
  ["compositionstart", "compositionend", "input"].forEach(type => box.addEventListener(type, soon));
}

function plainly(event) {
  return !composing && !event.isComposing && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

function grouped(all, key) {
  var groups = new Map();
  all.forEach(one => groups.get(key(one))?.push(one) || groups.set(key(one), [one]));
  return groups;
}

/* The ranges in `text` of every term. */
function ranges(text, terms) {
  var at = [], plain = engine.normal(text, at), found = [];
  terms.forEach(term => {
    for (var i = plain.indexOf(term); i >= 0; i = plain.indexOf(term, i + term.length))
      found.push([at[i], at[i + term.length - 1] + 1]);
  });
  return found;
}

/* `text` from `start` to `end` with its ranges in <mark>. */
function marked(parent, text, found, start, end) {
  var on = new Uint8Array(text.length);
  found.forEach(one => on.fill(1, Math.max(0, one[0]), Math.max(0, one[1])));
  for (var i = start || 0, last = end || text.length, k; i < last; i = k) {
    for (k = i + 1; k < last && on[k] === on[i]; k++);
    if (on[i]) make("mark", parent, text.slice(i, k));
    else parent.append(text.slice(i, k));
  }
}

/* Where a unit or a term is read; as long as its words are not there, its section's page. */
function place(unit, query) {
  var text = unit.text;
  if (!unit.stem) return text ? root + text[2][0][2] : "";
  return root + unit.edition + "/" + unit.stem + ".html" + (query ? asked({ q: query }) : "") + (text ? "#" + text[0] : "");
}

/* The units n once their words are there. */
function loaded(ns, done) {
  engine.texts(ns, missing => done(ns.map(engine.unit), missing));
}
