// The state of the page, its filters, the table and what is said about one triple.
const DATA = JSON.parse($("data").textContent);
const KINDS = ["post", "byline", "role", "generic"];
const STATUSES = ["current", "acting", "former", "appointed", "removed", "proposed"];
const ROWS = 300; // more rows than these are slow on a phone
const docs = DATA.documents;
docs.forEach((d) => {
  d.chars = Array.from(d.text);
  d.sentences = d.sentences.map((s) => ({ items: [], matched: [], near: [], ...s }));
});
const triples = docs.flatMap((d, doc) => d.result.triples.map((t) => ({ ...t, doc })));
triples.forEach((t, n) => { t.n = n; });
const state = { doc: 0, chosen: null, sort: null, down: false, rows: ROWS, focusText: false };

const cut = (doc, span) => docs[doc].chars.slice(span[0], span[1]).join("");
const docName = (doc) => docs[doc].result.id ?? `${doc + 1}`;
const orgName = (t) => (t.org ? t.org.full ?? t.org.text ?? "" : "");
const checked = (id) => new Set([...$(id).querySelectorAll("input:checked")].map((b) => b.value));

// ---- filters ------------------------------------------------------------------------------------

function fits(t, f) {
  if (!f.kinds.has(t.kind) || !f.statuses.has(t.status) || t.confidence < f.sure) return false;
  return !f.word || [t.person.text, t.title.text, t.org?.text, t.org?.full, t.rule, t.rank]
    .some((s) => s && s.toLowerCase().includes(f.word));
}

function filtered() {
  const f = { kinds: checked("kinds"), statuses: checked("statuses"), sure: Number($("sure").value),
    word: $("search").value.trim().toLowerCase() };
  return triples.filter((t) => fits(t, f));
}

function fillFilters() {
  const boxes = (id, words) => words.forEach((w) => $(id).append(make("label", {},
    make("input", { type: "checkbox", value: w, checked: "" }), make("span", { "data-i": w }))));
  boxes("kinds", KINDS);
  boxes("statuses", STATUSES);
  docs.forEach((d, n) => $("document").append(make("option", { value: n }, docName(n))));
  $("all-label").hidden = docs.length < 2;
}

// ---- the table ----------------------------------------------------------------------------------

const COLUMNS = [
  ["person", (t) => t.person.text], ["title", (t) => t.title.text], ["org", orgName],
  ["status", (t) => say(t.status)], ["kind", (t) => say(t.kind)], ["sure", (t) => t.confidence],
  ["rule", (t) => t.rule], ["document", (t) => docName(t.doc)],
];

function sorted(list) {
  const column = COLUMNS.find((c) => c[0] === state.sort);
  if (!column) return list;
  const order = new Intl.Collator(lang === "zh" ? "zh-Hans" : "en", { numeric: true }).compare;
  const compare = (a, b) => order(String(column[1](a)), String(column[1](b))) || a.n - b.n;
  return [...list].sort((a, b) => (state.down ? compare(b, a) : compare(a, b)));
}

function drawHeads() {
  $("heads").replaceChildren(...COLUMNS.filter((c) => c[0] !== "document" || docs.length > 1)
    .map(([name]) => {
      const on = state.sort === name;
      const button = make("button", { type: "button", "data-sort": name },
        say(name), on ? (state.down ? " ▼" : " ▲") : "");
      return make("th", { scope: "col",
        "aria-sort": on ? (state.down ? "descending" : "ascending") : "none" }, button);
    }));
}

function drawRows(shown) {
  const here = $("all").checked ? shown : shown.filter((t) => t.doc === state.doc);
  const list = sorted(here), columns = COLUMNS.filter((c) => c[0] !== "document" || docs.length > 1);
  $("rows").replaceChildren(...list.slice(0, state.rows).map((t) => make("tr",
    { tabindex: 0, "data-n": t.n, "aria-selected": t.n === state.chosen },
    ...columns.map(([name, value]) =>
      make("td", { class: name === "sure" ? "number" : null }, String(value(t) ?? ""))))));
  if (!list.length) $("rows").append(make("tr", {}, make("td", { colspan: columns.length }, say("none"))));
  const rest = list.length - state.rows;
  $("more").hidden = rest <= 0;
  $("more").textContent = say("more", Math.min(rest, ROWS));
}

// ---- why ----------------------------------------------------------------------------------------

function list(...pairs) {
  const dl = make("dl");
  for (const [word, value] of pairs)
    if (value !== null && value !== undefined && value !== "")
      dl.append(make("dt", {}, say(word)), make("dd", {}, value));
  return dl;
}

// The evidence with its parts coloured as in the text.
function evidence(t) {
  const p = make("p"), marks = [];
  for (const role of ["person", "title", "org"])
    if (t[role]?.span) marks.push([...t[role].span, role]);
  marks.sort((a, b) => a[0] - b[0]);
  let at = t.evidence[0];
  for (const [begin, end, role] of marks) {
    if (begin < at || end > t.evidence[1]) continue;
    p.append(cut(t.doc, [at, begin]), make("span", { class: `mark ${role}` }, cut(t.doc, [begin, end])));
    at = end;
  }
  p.append(cut(t.doc, [at, t.evidence[1]]));
  return p;
}

function nearList(near) {
  if (!near.length) return make("p", {}, say("noNear"));
  return make("ul", { class: "near" }, ...near.map((n) => make("li", {}, make("code", {}, n.rule),
    ` 「${n.text}」 ${say("failed")} 「${n.failed_at === "end of sentence" ? say("end") : n.failed_at}」`,
    DATA.rules[n.rule] ? make("details", {}, make("summary", {}, say("pattern")),
      make("code", {}, DATA.rules[n.rule])) : null)));
}

function sentencePart(t) {
  const s = docs[t.doc].sentences.find((x) => x.span[0] <= t.title.span[0] && t.title.span[0] < x.span[1]);
  if (!s) return [];
  return [make("h3", {}, say("sentence")), make("p", {}, cut(t.doc, s.span)),
    list(["classes", make("code", {}, s.classes)],
      ["letters", [...new Set(s.classes)].filter((c) => DATA.letters[c])
        .map((c) => `${c} ${DATA.letters[c]}`).join(" · ")],
      ["items", make("code", {}, s.items.map((i) => i.join("/")).join(" "))]),
    make("h3", {}, say("matched")),
    make("ul", { class: "near" }, ...s.matched.map((m) => make("li", {}, make("code", {}, m.rule),
      ` ${[m.person, m.title, m.org].filter(Boolean).join(" | ")}`))),
    make("h3", {}, say("near")), nearList(s.near)];
}

function drawDetail() {
  const t = triples[state.chosen], into = $("detail-body");
  $("detail").classList.toggle("open", Boolean(t));
  document.body.classList.toggle("opened", Boolean(t));
  if (!t) { into.replaceChildren(make("p", {}, say("choose"))); return; }
  const profile = docs[t.doc].result.persons.find((p) => p.triples.includes(t.id))?.profile;
  into.replaceChildren(list(["person", t.person.text],
    ["profile", profile && [profile.gender, profile.ethnicity, profile.born, profile.native_place]
      .filter(Boolean).join("，")],
    ["title", [...t.title.grade, t.title.head].join("·") === t.title.text ? t.title.text
      : `${t.title.text}（${[...t.title.grade, t.title.head].join("·")}）`],
    ["written", t.org?.text], ["full", t.org?.full], ["code", t.org?.code], ["orgKind", t.org?.kind && say(`kind_${t.org.kind}`).replace("kind_", "")],
    ["by", t.org && say(t.org.by)], ["status", say(t.status)], ["kind", say(t.kind)],
    ["event", t.event && say(t.event.type)], ["date", t.event?.date], ["decided", t.event?.by],
    ["period", t.period && `${t.period.start ?? "…"} — ${t.period.end ?? "…"}`], ["rank", t.rank],
    ["sure", `${t.confidence} / 100`], ["rule", make("code", {}, t.rule)],
    ["document", docs.length > 1 ? docName(t.doc) : null]),
  make("h3", {}, say("evidence")), evidence(t), ...sentencePart(t));
}

// ---- all together -------------------------------------------------------------------------------

function drawWords() {
  document.documentElement.lang = lang === "zh" ? "zh-Hans" : "en";
  document.querySelectorAll("[data-i]").forEach((e) => { e.textContent = say(e.dataset.i); });
  document.querySelectorAll("[data-l]").forEach((e) => e.setAttribute("aria-label", say(e.dataset.l)));
  $("lang").textContent = say("other");
  $("theme").textContent = say(`theme_${document.documentElement.dataset.theme}`);
}

function draw() {
  const shown = filtered();
  $("summary").textContent = say("summary", docs.length, triples.length, shown.length);
  $("document").value = String(state.doc);
  drawHeads();
  drawRows(shown);
  drawText(shown);
  drawNetwork(shown);
  drawDetail();
}

function choose(n) {
  const t = triples[n];
  state.chosen = t ? n : null;
  if (t && t.doc !== state.doc) {
    state.doc = t.doc;
    $("document").value = String(state.doc);
    drawText(filtered());
    if (!$("all").checked) drawRows(filtered());
  }
  document.querySelectorAll("#rows tr[data-n]").forEach((r) =>
    r.setAttribute("aria-selected", Number(r.dataset.n) === state.chosen));
  markChosen();
  drawDetail();
}

function onKey(event) {
  const row = event.target.closest("#rows tr[data-n]");
  const mark = event.target.closest("#body .mark");
  if (event.key === "Escape") choose(null);
  if (row && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
    next?.focus();
    event.preventDefault();
  }
  if ((row || mark) && ["Enter", " "].includes(event.key)) {
    (row ?? mark).click();
    event.preventDefault();
  }
}

function listen() {
  $("filters").addEventListener("submit", (e) => e.preventDefault());
  $("filters").addEventListener("input", (e) => {
    $("sure-value").textContent = $("sure").value;
    if (e.target.id === "document") { state.doc = Number(e.target.value); state.chosen = null; }
    state.rows = ROWS;
    draw();
  });
  $("filters").addEventListener("reset", () => setTimeout(() => {
    $("sure-value").textContent = "0";
    draw();
  }));
  $("heads").addEventListener("click", (e) => {
    const name = e.target.closest("button")?.dataset.sort;
    if (!name) return;
    state.down = state.sort === name && !state.down;
    state.sort = name;
    drawHeads();
    drawRows(filtered());
    $("heads").querySelector(`[data-sort="${name}"]`).focus();
  });
  $("rows").addEventListener("click", (e) => {
    const row = e.target.closest("tr[data-n]");
    if (row) choose(Number(row.dataset.n));
  });
  $("all").addEventListener("change", () => drawRows(filtered()));
  $("more").addEventListener("click", () => { state.rows += ROWS; drawRows(filtered()); });
  $("close").addEventListener("click", () => choose(null));
  $("lang").addEventListener("click", () => { lang = lang === "zh" ? "en" : "zh"; drawWords(); draw(); });
  $("theme").addEventListener("click", () => {
    const themes = ["auto", "light", "dark"], root = document.documentElement.dataset;
    root.theme = themes[(themes.indexOf(root.theme) + 1) % 3];
    drawWords();
  });
  document.addEventListener("keydown", onKey);
}
