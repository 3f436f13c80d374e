// Persons (circles) and organisations (squares) over all documents, laid out by springs. The places
// are computed from the order of the triples alone: the same page is drawn the same way each time.
const NODES = 120; // more than these cannot be read
const view = { x: 0, y: 0, size: 1, width: 1, height: 1 };

function graphOf(shown) {
  const nodes = new Map(), links = new Map();
  const node = (kind, name) => {
    const key = `${kind} ${name}`;
    if (!nodes.has(key)) nodes.set(key, { kind, name, degree: 0 });
    return nodes.get(key);
  };
  for (const t of shown) {
    const org = orgName(t);
    if (!org || t.kind === "byline") continue;
    const p = node("p", t.person.text), o = node("o", org), key = `${t.person.text} ${org}`;
    const past = ["former", "removed", "proposed"].includes(t.status);
    if (!links.has(key)) {
      links.set(key, { p, o, past, titles: [] });
      p.degree++;
      o.degree++;
    }
    const link = links.get(key);
    link.past = link.past && past;
    if (!link.titles.includes(t.title.text)) link.titles.push(t.title.text);
  }
  const all = [...nodes.values()];
  const kept = new Set([...all].sort((a, b) => b.degree - a.degree).slice(0, NODES));
  return { all, nodes: all.filter((n) => kept.has(n)),
    links: [...links.values()].filter((l) => kept.has(l.p) && kept.has(l.o)) };
}

// The parts of the graph that hang together, the largest first.
function partsOf(graph) {
  const near = new Map(graph.nodes.map((n) => [n, []]));
  graph.links.forEach((l) => { near.get(l.p).push(l.o); near.get(l.o).push(l.p); });
  const seen = new Set(), parts = [];
  for (const start of graph.nodes) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (let i = 0; i < part.length; i++) // it grows while it is gone through
      for (const next of near.get(part[i]))
        if (!seen.has(next)) { seen.add(next); part.push(next); }
    parts.push({ nodes: part, links: graph.links.filter((l) => part.includes(l.p)) });
  }
  return parts.sort((x, y) => y.nodes.length - x.nodes.length);
}

// Springs (Fruchterman and Reingold), for one part; labels are wide, so a way across counts less.
function spring(part, flat) {
  const nodes = part.nodes, gap = 46;
  nodes.forEach((n, i) => {
    const turn = i * 2.399963, r = gap * Math.sqrt(i); // a sunflower's seeds
    n.x = r * Math.cos(turn);
    n.y = r * Math.sin(turn);
  });
  for (let step = 0; step < 250; step++) {
    const heat = gap * (1 - step / 250);
    nodes.forEach((n) => { n.dx = n.dy = 0; });
    for (let i = 0; i < nodes.length; i++)
      for (let k = i + 1; k < nodes.length; k++) {
        const a = nodes[i], b = nodes[k], x = a.x - b.x, y = a.y - b.y;
        const push = gap * gap / (x * x + y * y + 0.1);
        a.dx += x * push; a.dy += y * push; b.dx -= x * push; b.dy -= y * push;
      }
    for (const l of part.links) {
      const x = l.p.x - l.o.x, y = l.p.y - l.o.y, pull = Math.hypot(x, y) / gap;
      l.p.dx -= x * pull; l.p.dy -= y * pull; l.o.dx += x * pull; l.o.dy += y * pull;
    }
    for (const n of nodes) {
      const far = Math.hypot(n.dx, n.dy) || 1, go = Math.min(far, heat) / far;
      n.x += n.dx * go;
      n.y += n.dy * go;
    }
  }
  nodes.forEach((n) => { n.x *= flat; });
}

function labelWidth(name) {
  return Array.from(short(name)).reduce((sum, c) => sum + (c > "\u2e80" ? 12 : 7), 0);
}

// The box of a part with its labels, and the part moved to where the box begins.
function boxOf(part) {
  const left = Math.min(...part.nodes.map((n) => n.x)) - 18, top = Math.min(...part.nodes.map((n) => n.y)) - 18;
  part.nodes.forEach((n) => { n.x -= left; n.y -= top; });
  part.width = Math.max(...part.nodes.map((n) => n.x + labelWidth(n.name))) + 34;
  part.height = Math.max(...part.nodes.map((n) => n.y)) + 18;
}

// Shelves: the parts beside each other while they fit, then the next row. Gives the whole size.
function layOut(graph, width) {
  let x = 0, y = 0, row = 0, widest = width;
  for (const part of partsOf(graph)) {
    spring(part, width < 600 ? 1.2 : 2);
    boxOf(part);
    if (x > 0 && x + part.width > width) { x = 0; y += row; row = 0; }
    part.nodes.forEach((n) => { n.x += x; n.y += y; });
    x += part.width;
    row = Math.max(row, part.height);
    widest = Math.max(widest, x);
  }
  return [widest, y + row];
}

function short(name) {
  const chars = Array.from(name);
  return chars.length > 14 ? `${chars.slice(0, 5).join("")}…${chars.slice(-7).join("")}` : name;
}

function drawNode(n) {
  const size = 5 + Math.min(9, 2 * Math.sqrt(n.degree));
  const shape = n.kind === "p" ? make("circle", { class: "p", cx: n.x, cy: n.y, r: size })
    : make("rect", { class: "o", x: n.x - size, y: n.y - size, width: 2 * size, height: 2 * size });
  const label = make("text", { x: n.x + size + 3, y: n.y + 4 }, short(n.name));
  return make("g", { class: "node", tabindex: 0, role: "button", "data-name": n.name,
    "aria-label": `${say(n.kind === "p" ? "person" : "org")} ${n.name} (${n.degree})` }, shape, label);
}

function frame() {
  $("network").setAttribute("viewBox",
    `${view.x} ${view.y} ${view.width * view.size} ${view.height * view.size}`);
}

function drawNetwork(shown) {
  const graph = graphOf(shown), width = $("network").parentElement.clientWidth || 900;
  [view.width, view.height] = layOut(graph, width);
  Object.assign(view, { x: 0, y: 0, size: 1 });
  // Its letters keep their size: what is wider than the window is scrolled to.
  $("network").style.width = `${Math.round(view.width)}px`;
  $("network").style.height = `${Math.round(view.height)}px`;
  $("network").replaceChildren(
    ...graph.links.map((l) => {
      const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
      title.textContent = `${l.p.name} · ${l.titles.join("、")} · ${l.o.name}`;
      return make("line", { x1: l.p.x, y1: l.p.y, x2: l.o.x, y2: l.o.y, class: l.past ? "past" : null }, title);
    }), ...graph.nodes.map(drawNode));
  const count = (kind) => graph.all.filter((n) => n.kind === kind).length;
  const left = graph.all.length - graph.nodes.length;
  $("network-note").textContent = say("note", count("p"), count("o"), graph.links.length) +
    (left ? ` ${say("left", graph.nodes.length, left)}` : "");
  frame();
}

function zoom(by) {
  view.x += view.width * view.size * (1 - by) / 2;
  view.y += view.height * view.size * (1 - by) / 2;
  view.size *= by;
  frame();
}

// A node puts its name into the search, so that text and table show what belongs to it.
function pickNode(target) {
  const name = target.closest(".node")?.dataset.name;
  if (!name) return;
  $("search").value = $("search").value === name ? "" : name;
  draw();
  $("search").focus();
}

function listenNetwork() {
  let from = null, moved = false;
  const svg = $("network");
  svg.addEventListener("click", (e) => { if (!moved) pickNode(e.target); });
  svg.addEventListener("keydown", (e) => {
    const step = { ArrowLeft: [-40, 0], ArrowRight: [40, 0], ArrowUp: [0, -40], ArrowDown: [0, 40] }[e.key];
    if (step) { view.x += step[0] * view.size; view.y += step[1] * view.size; frame(); e.preventDefault(); }
    if (["Enter", " "].includes(e.key)) { pickNode(e.target); e.preventDefault(); }
    if (e.key === "+" || e.key === "-") zoom(e.key === "+" ? 0.8 : 1.25);
  });
  svg.addEventListener("pointerdown", (e) => { from = [e.clientX, e.clientY]; moved = false; });
  svg.addEventListener("pointermove", (e) => {
    if (!from || !e.buttons || e.pointerType !== "mouse") return; // a finger scrolls
    const [x, y] = [e.clientX - from[0], e.clientY - from[1]];
    if (!moved && Math.hypot(x, y) < 5) return;
    moved = true;
    view.x -= x * view.size;
    view.y -= y * view.size;
    from = [e.clientX, e.clientY];
    frame();
  });
  svg.addEventListener("pointerup", () => { from = null; });
  let wide = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth !== wide) drawNetwork(filtered());
    wide = window.innerWidth;
  });
  $("zoom-in").addEventListener("click", () => zoom(0.8));
  $("zoom-out").addEventListener("click", () => zoom(1.25));
}

fillFilters();
drawWords();
listen();
listenText();
listenNetwork();
draw();
