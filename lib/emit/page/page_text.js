// The text with its coloured spans, and the lines that join a person, a title and an organisation.
// The text is cut wherever a span of any triple begins or ends; a piece knows its triples.
const ROLES = ["org", "title", "person"]; // where spans overlap the later one gives the colour

function piecesOf(doc, shown) {
  const chars = docs[doc].chars, mine = shown.filter((t) => t.doc === doc);
  const cuts = new Set([0, chars.length]);
  for (const t of mine) {
    t.evidence.forEach((c) => cuts.add(c));
    for (const role of ROLES) t[role]?.span?.forEach((c) => cuts.add(c));
  }
  const edges = [...cuts].sort((a, b) => a - b), pieces = [];
  const at = new Map(edges.map((c, i) => [c, i]));
  for (let i = 0; i + 1 < edges.length; i++)
    pieces.push({ begin: edges[i], end: edges[i + 1], role: null, of: [] });
  for (const role of ROLES)
    for (const t of mine) {
      if (!t[role]?.span) continue;
      for (let i = at.get(t[role].span[0]); i < at.get(t[role].span[1]); i++) {
        if (pieces[i].role !== role) pieces[i].of = [];
        pieces[i].role = role;
        pieces[i].of.push(t.n);
      }
    }
  return pieces;
}

function drawText(shown) {
  const d = docs[state.doc], body = $("body");
  body.replaceChildren();
  if (!d) return;
  for (const p of piecesOf(state.doc, shown)) {
    const text = cut(state.doc, [p.begin, p.end]);
    const e = make("span", { "data-b": p.begin, "data-e": p.end });
    if (p.role) {
      e.className = `mark ${p.role}`;
      e.tabIndex = 0;
      e.setAttribute("role", "button");
      e.setAttribute("aria-label", `${text} (${say(p.role)})`);
      e.dataset.of = p.of.join(" ");
    }
    e.append(text);
    body.append(e);
  }
  const about = d.result.document;
  $("place").textContent = [["place", about.place?.name], ["date", about.date], ["source", about.source]]
    .filter((x) => x[1]).map(([w, v]) => `${say(w)} ${v}`).join(" · ");
  $("warnings").replaceChildren(...d.result.warnings.map((w) => make("li", {}, w)));
  markChosen();
}

function elementAt(span) {
  return span && $("body").querySelector(`[data-b="${span[0]}"]`);
}

function arc(from, to, on) {
  const base = $("text").getBoundingClientRect(), left = $("text").scrollLeft, top = $("text").scrollTop;
  const a = from.getClientRects()[0], b = to.getClientRects()[0];
  if (!a || !b) return null;
  const x1 = (a.left + a.right) / 2 - base.left + left, x2 = (b.left + b.right) / 2 - base.left + left;
  const y1 = a.top - base.top + top, y2 = b.top - base.top + top;
  const lift = Math.min(y1, y2) - Math.min(14, 4 + Math.abs(x2 - x1) / 12);
  return make("path", { d: `M${x1},${y1} C${x1},${lift} ${x2},${lift} ${x2},${y2}`, class: on ? "on" : null });
}

function drawArcs() {
  const arcs = $("arcs"), mine = triples.filter((t) => t.doc === state.doc);
  arcs.replaceChildren();
  arcs.setAttribute("width", $("body").scrollWidth);
  arcs.setAttribute("height", $("body").scrollHeight);
  for (const t of mine) {
    const on = t.n === state.chosen;
    if (!on && !$("links").checked) continue;
    const [person, title, org] = ["person", "title", "org"].map((r) => elementAt(t[r]?.span));
    if (!person?.dataset.of || !title?.dataset.of) continue;
    arcs.append(...[arc(person, title, on), org && arc(title, org, on)].filter(Boolean));
  }
}

function markChosen() {
  const t = triples[state.chosen], here = t && t.doc === state.doc;
  const within = (e, span) => span && e.dataset.b >= span[0] && e.dataset.e <= span[1];
  for (const e of $("body").children) {
    e.classList.toggle("evidence", Boolean(here && !e.dataset.of && within(e, t.evidence)));
    e.classList.toggle("chosen", Boolean(here && e.dataset.of &&
      ROLES.some((r) => within(e, t[r]?.span))));
  }
  const first = here && elementAt(t.person.span);
  if (first) {
    const box = $("text").getBoundingClientRect(), at = first.getBoundingClientRect();
    if (at.top < box.top || at.bottom > box.bottom)
      $("text").scrollTop += at.top - box.top - box.height / 3;
  }
  drawArcs();
}

function listenText() {
  $("body").addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    if (!mark) return;
    // A word of several triples shows the next one at each click.
    const of = mark.dataset.of.split(" ").map(Number);
    choose(of[(of.indexOf(state.chosen) + 1) % of.length]);
    // On a phone the detail covers the lower half: the word stays in sight above it.
    const below = mark.getBoundingClientRect().bottom - window.innerHeight * 0.4;
    if (getComputedStyle($("detail")).position === "fixed" && below > 0) window.scrollBy(0, below);
  });
  $("links").addEventListener("change", drawArcs);
  window.addEventListener("resize", drawArcs);
}
