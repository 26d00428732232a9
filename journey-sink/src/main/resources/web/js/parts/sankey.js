import { html, useEffect, useMemo, useRef, useState } from '../../vendor/htm-preact.js';
import { count, counted, named, percent } from '../format.js';
import { END, START, ordered, sum } from '../model.js';
import { layout } from '../sankey-layout.js';
import { Numbers, Panel } from './panel.js';

const NARROW = 640;
const HEADER = 44; // names of the columns, or of the rows when turned
const SIDE = 104;
const THRESHOLD = 0.005;

const KINDS = { start: 'starts', next: 'on to the next stage', skip: 'ahead past stages', back: 'back', exit: 'to an exit stage', end: 'ends' };

function columnsOf(definition) {
  const stages = ordered(definition);
  return [
    { id: START, kind: 'start' },
    ...stages.filter((s) => !s.exit).map((s) => ({ id: s.stage, kind: 'stage', goal: s.stage === definition.conversionStage })),
    ...stages.filter((s) => s.exit).map((s) => ({ id: s.stage, kind: 'exit' })),
    { id: END, kind: 'end' },
  ];
}

const nameOf = (id) => (id === START ? 'Start' : id === END ? 'End' : named(id));

/** The width of an element that may come and go: there is none while the view has no rows. */
function useWidth() {
  const [element, setElement] = useState(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [setElement, width];
}

const tellFlow = (flow, left) =>
  `${nameOf(flow.from)} → ${nameOf(flow.to)}: ${counted(flow.value, 'transition')}, ${KINDS[flow.kind]}; ${percent(flow.value, left)} of what leaves ${nameOf(flow.from)}`;

function tellNode(node) {
  if (node.kind === 'start') return `Start: ${counted(node.out, 'journey')} began`;
  if (node.kind === 'end') return `End: ${counted(node.in, 'journey')} completed or lapsed`;
  const rest = node.in - node.out;
  return `${nameOf(node.id)}: entered ${count(node.in)} times, left ${count(node.out)} times${rest > 0 ? `, ${count(rest)} still there` : ''}`;
}

/** Which flow or node the pointer or the keyboard is on; arrow keys walk through all, so that Tab stops here once. */
function useActive(ids) {
  const [active, setActive] = useState(null);
  const root = useRef(null);
  const move = (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') { setActive(null); event.target.blur(); return; }
    if (!by && event.key !== 'Home' && event.key !== 'End') return;
    event.preventDefault();
    const at = ids.indexOf(active);
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? ids.length - 1 : (at + by + ids.length) % ids.length;
    root.current.querySelector(`[data-id="${CSS.escape(ids[to])}"]`)?.focus();
  };
  return { active, setActive, root, move, stop: ids.includes(active) ? active : ids[0] };
}

function Picture({ columns, links, width }) {
  const turned = width < NARROW;
  const length = turned ? columns.length * 64 : width;
  const frame = turned ? { length, depth: width - SIDE - 8, before: 14, across: SIDE, laneGap: 4, turned } : { length, depth: 330, before: Math.min(48, width / 20), across: HEADER };
  const { nodes, flows, extent } = useMemo(() => layout(columns, links, frame), [links, width, columns]);
  const leaving = new Map(nodes.map((node) => [node.id, node.out]));
  const ids = nodes.flatMap((node) => [node.id, ...flows.filter((flow) => flow.from === node.id).map((flow) => flow.id)]);
  const { active, setActive, root, move, stop } = useActive(ids);
  const flow = flows.find((f) => f.id === active), node = nodes.find((n) => n.id === active);
  const lit = (f) => f === flow || (node && (f.from === node.id || f.to === node.id));
  const focus = (id) => ({
    'data-id': id, tabindex: id === stop ? 0 : -1, onFocus: () => setActive(id), onBlur: () => setActive(null),
    onPointerEnter: () => setActive(id), onPointerLeave: () => setActive(null),
  });
  const [w, h] = turned ? [width, length] : [width, extent + 8];
  return html`<div>
    <svg ref=${root} class=${`sankey ${active ? 'has-active' : ''}`} width=${w} height=${h} viewBox=${`0 0 ${w} ${h}`} role="group" aria-label="Flow between stages. Arrow keys walk through stages and flows." onKeyDown=${move}>
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0.5L7,4L0,7.5Z" class="arrow" /></marker></defs>
      ${turned ? null : nodes.map((n) => html`<line class="guide" x1=${n.along} x2=${n.along} y1=${HEADER - 6} y2=${n.y} />`)}
      ${flows.filter((f) => f.kind !== 'back').map((f) => html`<path key=${f.id} class=${`flow ${f.kind} ${lit(f) ? 'lit' : ''}`} d=${f.path} role="img" aria-label=${tellFlow(f, leaving.get(f.from))}
        data-flow=${f.id} data-kind=${f.kind} data-from=${f.from} data-to=${f.to} data-transitions=${f.value} ...${focus(f.id)} />`)}
      ${flows.filter((f) => f.kind === 'back').map((f) => html`<g key=${f.id} class=${`flow back ${lit(f) ? 'lit' : ''}`} role="img" aria-label=${tellFlow(f, leaving.get(f.from))}
          data-flow=${f.id} data-kind="back" data-from=${f.from} data-to=${f.to} data-transitions=${f.value} ...${focus(f.id)}>
        <path class="body" d=${f.path} style=${{ strokeWidth: f.thickness }} /><path class="line" d=${f.path} marker-end="url(#arrow)" /></g>`)}
      ${nodes.map((n) => html`<g key=${n.id} class=${`node ${n.kind} ${n.goal ? 'goal' : ''} ${node === n || (flow && (flow.from === n.id || flow.to === n.id)) ? 'lit' : ''}`} role="img" aria-label=${tellNode(n)}
          data-node=${n.id} data-in=${n.in} data-out=${n.out} ...${focus(n.id)}>
        <rect x=${n.x} y=${n.y} width=${Math.max(2, n.width)} height=${n.height} rx="2" />
        ${turned ? html`<text x="0" y=${n.along - 1} class="name">${nameOf(n.id)}</text><text x="0" y=${n.along + 13} class="n">${count(Math.max(n.in, n.out))}</text>`
          : html`<text x=${n.along} y="14" class="name" text-anchor="middle">${nameOf(n.id)}</text><text x=${n.along} y="30" class="n" text-anchor="middle">${count(Math.max(n.in, n.out))}</text>`}
      </g>`)}
      <g class="labels" aria-hidden="true">${flows.filter((f) => f.kind === 'back').map((f) => html`<text key=${f.id} class=${`back ${lit(f) ? 'lit' : ''}`} x=${f.label.x} y=${f.label.y + 4} text-anchor="middle">↩ ${count(f.value)}</text>`)}</g>
    </svg>
    <p class="detail" data-testid="flow-detail">${flow ? tellFlow(flow, leaving.get(flow.from)) : node ? tellNode(node) : 'Point at a flow, or walk through them with the arrow keys.'}</p>
  </div>`;
}

/** How journeys move between stages, backward ways drawn as what they are. */
export function Sankey({ view, context, showAll, change }) {
  const [frame, width] = useWidth();
  const { definition } = view.choice;
  const columns = useMemo(() => columnsOf(definition), [definition]);
  const rows = view.flows;
  const least = THRESHOLD * sum(rows.filter((row) => row.fromStage === START), 'transitions');
  const small = rows.filter((row) => row.transitions > 0 && row.transitions < least);
  const links = useMemo(() => rows.filter((row) => showAll || row.transitions >= least)
    .map((row) => ({ from: row.fromStage, to: row.toStage, value: row.transitions })), [rows, showAll]);
  const position = new Map(columns.map((column, i) => [column.id, i]));
  const isBack = (row) => position.get(row.toStage) <= position.get(row.fromStage);
  return html`<${Panel} id="flows" wide title="How they move" rows=${rows} file=${context.file('stage-flows')}
    counts=${html`Transitions out of the visits that began in ${context.when}, and journeys that started then. Ways back are dashed and carry an arrow.`}
    empty=${context.nothing('journey moved')}>
    <div ref=${frame} class="sankey-frame" data-testid="sankey" data-flows=${links.length} data-hidden=${showAll ? 0 : small.length}>
      ${width ? html`<${Picture} columns=${columns} links=${links} width=${width} />` : null}
    </div>
    <ul class="key">
      <li><span class="swatch flow-key next" aria-hidden="true"></span>onward</li>
      <li><span class="swatch flow-key back" aria-hidden="true"></span>back (dashed, with ↩ and an arrow)</li>
      <li><span class="swatch flow-key goal" aria-hidden="true"></span>conversion stage</li>
      <li><span class="swatch flow-key exit" aria-hidden="true"></span>to an exit stage</li>
      <li><span class="swatch flow-key end" aria-hidden="true"></span>end: completed or lapsed</li>
    </ul>
    ${small.length ? html`<p class="threshold" data-testid="threshold">${showAll ? 'All flows are drawn.' : html`${counted(small.length, 'flow')} below 0.5% of the journeys started (${counted(sum(small, 'transitions'), 'transition')} together) ${small.length === 1 ? 'is' : 'are'} not drawn.`}
      ${' '}<button type="button" class="quiet" data-testid="threshold-toggle" aria-pressed=${String(showAll)} onClick=${() => change({ flows: showAll ? '' : 'all' })}>${showAll ? 'Hide small flows' : 'Draw them'}</button></p>` : null}
    <${Numbers} caption="Transitions between stages" head=${['From', 'To', 'Transitions', 'Way']}
      rows=${[...rows].sort((a, b) => position.get(a.fromStage) - position.get(b.fromStage) || b.transitions - a.transitions)
        .map((row) => [nameOf(row.fromStage), nameOf(row.toStage), count(row.transitions), isBack(row) ? 'back' : 'onward'])} />
  <//>`;
}
