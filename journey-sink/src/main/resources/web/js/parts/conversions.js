import { html, useEffect, useState } from '../../vendor/htm-preact.js';
import { count, duration, exactDuration, named, percent } from '../format.js';
import { cellKey, conversionCells, ordered } from '../model.js';
import { Panel } from './panel.js';

const NARROW = '(max-width: 720px)';

/** Whether the screen is too narrow for a table of all stages by all stages. */
function useNarrow() {
  const query = window.matchMedia(NARROW);
  const [narrow, setNarrow] = useState(query.matches);
  useEffect(() => {
    const changed = () => setNarrow(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return narrow;
}

const raw = (cell) => ({
  'data-from': cell.fromStage, 'data-to': cell.toStage, 'data-entered': cell.entered, 'data-converted': cell.converted,
  'data-p50': cell.p50Ms, 'data-p90': cell.p90Ms, 'data-p99': cell.p99Ms,
});

const heat = (cell) => ({ '--heat': cell.entered ? Math.sqrt(cell.converted / cell.entered).toFixed(3) : 0 });

const timesTitle = (cell) => `p50 ${exactDuration(cell.p50Ms)}, p90 ${exactDuration(cell.p90Ms)}, p99 ${exactDuration(cell.p99Ms)}`;

function Times({ cell }) {
  if (!cell.converted) return null;
  return html`<span class="times" title=${timesTitle(cell)}><span>${duration(cell.p50Ms)}</span> <span>${duration(cell.p90Ms)}</span> <span>${duration(cell.p99Ms)}</span></span>`;
}

function Cell({ cell, back }) {
  if (!cell) return html`<td class="none"><span aria-hidden="true">·</span><span class="hidden">no visits</span></td>`;
  return html`<td ...${raw(cell)} class=${`heat ${back ? 'back' : ''} ${cell.converted ? '' : 'zero'}`} style=${heat(cell)}>
    <b>${percent(cell.converted, cell.entered)}</b>${back && cell.converted ? html`<span class="returns" aria-hidden="true">↩</span><span class="hidden"> back</span>` : null}
    <span class="ratio">${count(cell.converted)} / ${count(cell.entered)}</span>
    <${Times} cell=${cell} />
  </td>`;
}

function Matrix({ stages, cells }) {
  // Nothing leads on from an exit stage.
  const from = stages.filter(({ stage, exit }) => !exit && stages.some((to) => cells.has(cellKey(stage, to.stage))));
  const isBack = (f, t) => !f.exit && !t.exit && t.position < f.position;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Stage conversions, table">
    <table class="matrix">
      <caption class="hidden">Stage conversions: share of the visits to the stage of the row whose journey later entered the stage of the column, with p50, p90 and p99 of the time</caption>
      <thead><tr><th scope="col" class="corner"><span>from ↓</span> <span>to →</span></th>${stages.map((to) => html`<th scope="col">${named(to.stage)}</th>`)}</tr></thead>
      <tbody>${from.map((f) => html`<tr key=${f.stage}><th scope="row">${named(f.stage)}</th>
        ${stages.map((t) => (t === f ? html`<td class="self"><span class="hidden">same stage</span></td>`
          : html`<${Cell} key=${t.stage} cell=${cells.get(cellKey(f.stage, t.stage))} back=${isBack(f, t)} />`))}
      </tr>`)}</tbody>
    </table>
  </div>`;
}

/** On a narrow screen: one list per stage left, without the ways that nobody went. */
function Lists({ stages, cells }) {
  return stages.map((f) => {
    const ways = stages.map((t) => [t, cells.get(cellKey(f.stage, t.stage))]).filter(([, cell]) => cell && cell.converted);
    if (!ways.length) return null;
    return html`<details key=${f.stage} class="from" open=${f === stages[0]}><summary>From ${named(f.stage)} <small>${count(ways[0][1].entered)} visits</small></summary><table class="ways">
      <caption class="hidden">From ${named(f.stage)}</caption>
      <thead class="hidden"><tr><th scope="col">To</th><th scope="col">Share</th><th scope="col">p50, p90, p99</th></tr></thead>
      <tbody>${ways.map(([t, cell]) => {
        const back = !f.exit && !t.exit && t.position < f.position;
        return html`<tr key=${t.stage} ...${raw(cell)}><th scope="row">${back ? '↩ ' : ''}${named(t.stage)}</th>
          <td class=${`heat ${back ? 'back' : ''}`} style=${heat(cell)}><b>${percent(cell.converted, cell.entered)}</b> <span class="ratio">${count(cell.converted)}</span></td>
          <td><${Times} cell=${cell} /></td></tr>`;
      })}</tbody>
    </table></details>`;
  });
}

/** From each stage to each other one: how many, how fast. */
export function Conversions({ view, context }) {
  const narrow = useNarrow();
  const { definition } = view.choice;
  const stages = ordered(definition);
  const cells = conversionCells(view.conversions);
  return html`<${Panel} id="conversions" wide title="From stage to stage" rows=${view.conversions} file=${context.file('stage-conversions')}
    counts=${html`Visits to a stage that began in ${context.when}: how many of their journeys entered the other stage within ${duration(definition.conversionWindowMs)},
      and the time in which half, nine in ten and 99 in 100 of those did (p50, p90, p99).`}
    empty=${context.nothing('visit began')}>
    ${narrow ? html`<${Lists} stages=${stages} cells=${cells} />` : html`<${Matrix} stages=${stages} cells=${cells} />`}
    <p class="key"><span class="swatch heat-key" aria-hidden="true"></span> darker: a larger share <span class="swatch back-key" aria-hidden="true"></span> ↩ back to an earlier stage</p>
  <//>`;
}
