// Geometry of the flow between stages. Pure.
//
// A journey has an order of its own, so nothing is laid out by search: one column per node, START, the stages, the exit
// stages, END. Four kinds of way lead through the columns, and each has a region of its own:
//   - to the next column: straight across the gap;
//   - further ahead: in a lane below the nodes it passes (to a stage nearest, to END below those, to an exit stage lowest);
//   - back: in a lane above the nodes it passes, nested, so that a shorter return lies inside a longer one.
// Returns leave and enter a node above everything that goes forward, the nearest lane topmost and turning first. With that
// order at both ends no return crosses another at a corner, and none crosses a forward flow there.
//
// Lanes are packed as low as they fit: those that do not overlap share one. The scale is the largest that fits the depth;
// packing depends on which flows exist, not on their size, so the picture moves smoothly while numbers change.
//
// "Along" is the direction of the columns, "across" the one in which flows have thickness. On a narrow screen the page
// exchanges the two, and columns become rows.

const NODE = 12; // length of a node along
const THINNEST = 1;
const TURN = 7; // smallest radius of a return's corner

const total = (flows) => flows.reduce((sum, flow) => sum + flow.value, 0);

function classify(columns, links) {
  const index = new Map(columns.map((column, i) => [column.id, i]));
  return links
    .filter((link) => link.value > 0 && index.has(link.from) && index.has(link.to))
    .map((link) => {
      const i = index.get(link.from), j = index.get(link.to);
      const target = columns[j].kind;
      const kind = j <= i ? 'back' : target === 'end' ? 'end' : target === 'exit' ? 'exit' : i === 0 ? 'start' : j === i + 1 ? 'next' : 'skip';
      return { ...link, i, j, kind, span: Math.abs(j - i), id: `${link.from}→${link.to}` };
    });
}

const shortestFirst = (a, b) => a.span - b.span || b.i - a.i;

/** Highest value of a skyline over the columns a flow passes. */
const peak = (skyline, first, last) => Math.max(0, ...skyline.slice(first, last + 1));

function raise(skyline, first, last, to) {
  for (let c = first; c <= last; c++) skyline[c] = Math.max(skyline[c], to);
}

/** Places all nodes and lanes for one scale: across positions, 0 being the top edge of the ordered stages. */
function place(columns, flows, sizes, k, laneGap) {
  const thick = (flow) => Math.max(THINNEST, flow.value * k);
  const node = columns.map((column, c) => ({ across: 0, extent: Math.max(2, sizes[c] * k) }));
  const above = columns.map(() => 4);
  const below = columns.map((column, c) => (column.kind === 'exit' ? 0 : node[c].extent));
  const lane = new Map();

  for (const flow of flows.filter((f) => f.kind === 'back').sort(shortestFirst)) {
    const at = peak(above, flow.j, flow.i) + laneGap;
    lane.set(flow, -(at + thick(flow)));
    raise(above, flow.j, flow.i, at + thick(flow));
  }
  const sink = (flow) => {
    if (flow.span === 1) return;
    const at = peak(below, flow.i + 1, flow.j - 1) + laneGap;
    lane.set(flow, at);
    raise(below, flow.i + 1, flow.j - 1, at + thick(flow));
  };
  const exits = columns.map((column, c) => c).filter((c) => columns[c].kind === 'exit');
  flows.filter((f) => f.kind === 'skip' || f.kind === 'start').sort(shortestFirst).forEach(sink);
  flows.filter((f) => f.kind === 'end' && !exits.includes(f.i)).sort(shortestFirst).forEach(sink);
  for (const exit of exits) {
    const incoming = flows.filter((f) => f.kind === 'exit' && f.j === exit).sort(shortestFirst);
    incoming.forEach(sink);
    const lanes = incoming.filter((f) => lane.has(f)).map((f) => lane.get(f));
    node[exit].across = Math.max(below[exit] + 2 * laneGap, Math.min(...lanes, Infinity) === Infinity ? 0 : Math.min(...lanes));
    raise(below, exit, exit, node[exit].across + node[exit].extent);
  }
  flows.filter((f) => f.kind === 'end' && exits.includes(f.i)).sort(shortestFirst).forEach(sink);
  return { node, lane, thick, up: Math.max(...above), down: Math.max(...below) };
}

/** The largest scale at which everything fits the depth, and the returns fit the gaps that they turn in. */
function fit(columns, flows, sizes, depth, gap, laneGap) {
  const turning = Math.max(0, ...columns.map((_, c) => Math.max(
    total(flows.filter((f) => f.kind === 'back' && f.i === c)), total(flows.filter((f) => f.kind === 'back' && f.j === c)))));
  let low = 0, high = depth / Math.max(1, ...sizes);
  if (turning > 0) high = Math.min(high, (0.36 * gap) / turning);
  for (let round = 0; round < 40; round++) {
    const k = (low + high) / 2;
    const { up, down } = place(columns, flows, sizes, k, laneGap);
    if (up + down <= depth) low = k; else high = k;
  }
  return low;
}

/** Gives every flow its place on the two nodes it joins, ordered so that flows leave towards where they go. */
function dock(columns, flows, placed) {
  const heading = (flow, end) => {
    if (flow.kind === 'back') return -1e6 - placed.lane.get(flow);
    if (placed.lane.has(flow)) return placed.lane.get(flow);
    return placed.node[end].across;
  };
  columns.forEach((_, c) => {
    const sides = [['out', flows.filter((f) => f.i === c), 'j'], ['in', flows.filter((f) => f.j === c), 'i']];
    for (const [side, list, other] of sides) {
      let across = placed.node[c].across, offset = TURN - 2;
      for (const flow of list.sort((a, b) => heading(a, a[other]) - heading(b, b[other]) || a.i - b.i)) {
        const t = placed.thick(flow);
        flow[side] = across;
        across += t;
        if (flow.kind === 'back') {
          offset += t / 2;
          flow[`${side}Turn`] = offset;
          offset += t / 2 + 3;
        }
      }
    }
  });
}

/** Outline of a forward flow: an S across the first gap, straight below what it passes, an S across the last gap. */
function ribbon(flow, along, placed, point) {
  const t = placed.thick(flow);
  const stops = [[along[flow.i] + NODE, flow.out]];
  if (placed.lane.has(flow)) {
    const y = placed.lane.get(flow);
    stops.push([along[flow.i + 1], y], [along[flow.j - 1] + NODE, y]);
  }
  stops.push([along[flow.j], flow.in]);
  const bend = ([u0, v0], [u1, v1]) =>
    v0 === v1 ? `L${point(u1, v1)}` : `C${point((u0 + u1) / 2, v0)} ${point((u0 + u1) / 2, v1)} ${point(u1, v1)}`;
  const forth = stops.slice(1).map((stop, n) => bend(stops[n], stop)).join('');
  const back = stops.map(([u, v]) => [u, v + t]).reverse();
  return `M${point(...stops[0])}${forth}L${point(...back[0])}${back.slice(1).map((stop, n) => bend(back[n], stop)).join('')}Z`;
}

/** Centre line of a return: out to the right, up, back along its lane, down, in from the left. */
function loop(flow, along, placed, point) {
  const t = placed.thick(flow);
  const u0 = along[flow.i] + NODE, u1 = along[flow.j], v0 = flow.out + t / 2, v1 = flow.in + t / 2;
  const v = placed.lane.get(flow) + t / 2, a = u0 + flow.outTurn, b = u1 - flow.inTurn;
  const r = (offset, rise) => Math.max(0, Math.min(offset, rise / 2));
  const ra = r(flow.outTurn, v0 - v), rb = r(flow.inTurn, v1 - v);
  return `M${point(u0, v0)}L${point(a - ra, v0)}Q${point(a, v0)} ${point(a, v0 - ra)}L${point(a, v + ra)}Q${point(a, v)} ${point(a - ra, v)}`
    + `L${point(b + rb, v)}Q${point(b, v)} ${point(b, v + rb)}L${point(b, v1 - rb)}Q${point(b, v1)} ${point(b + rb, v1)}L${point(u1, v1)}`;
}

/**
 * Lays out the flow.
 *
 * @param columns in order: `{ id, kind }`, kind being start, stage, exit or end
 * @param links `{ from, to, value }`; those between unknown nodes or without value are left out
 * @param frame `{ length, depth, before, across, laneGap, turned }`: room along, room across, room kept free at both ends
 *     along and at the beginning across, room between lanes; turned exchanges along and across
 * @returns `{ nodes, flows, extent }`; flows carry `path` (an outline, for returns a centre line), `thickness`, and where
 *     a label fits; extent is what is really used across
 */
export function layout(columns, links, { length, depth, before = 24, across: margin = 0, laneGap = 7, turned = false }) {
  const flows = classify(columns, links);
  const sizes = columns.map((_, c) => Math.max(total(flows.filter((f) => f.i === c)), total(flows.filter((f) => f.j === c))));
  const step = (length - 2 * before - NODE) / Math.max(1, columns.length - 1);
  const along = columns.map((_, c) => before + c * step);
  const placed = place(columns, flows, sizes, fit(columns, flows, sizes, depth, step - NODE, laneGap), laneGap);
  dock(columns, flows, placed);

  const zero = margin + placed.up;
  const round = (n) => Math.round(n * 10) / 10;
  const xy = (u, v) => (turned ? { x: round(v + zero), y: round(u) } : { x: round(u), y: round(v + zero) });
  const point = (u, v) => { const { x, y } = xy(u, v); return `${x},${y}`; };

  const nodes = columns.map((column, c) => {
    const { across, extent } = placed.node[c];
    const { x, y } = xy(along[c], across);
    return {
      ...column, x, y, width: round(turned ? extent : NODE), height: round(turned ? NODE : extent), along: round(along[c] + NODE / 2),
      in: total(flows.filter((f) => f.j === c)), out: total(flows.filter((f) => f.i === c)),
    };
  });
  const drawn = flows.map((flow) => {
    const back = flow.kind === 'back', t = placed.thick(flow);
    const middle = placed.lane.has(flow) ? placed.lane.get(flow) + t / 2 : (flow.out + flow.in + t) / 2;
    const label = xy((along[flow.i] + along[flow.j] + NODE) / 2, middle);
    return { id: flow.id, from: flow.from, to: flow.to, value: flow.value, kind: flow.kind, thickness: round(t), label,
      path: back ? loop(flow, along, placed, point) : ribbon(flow, along, placed, point) };
  });
  return { nodes, flows: drawn, extent: round(margin + placed.up + placed.down) };
}
