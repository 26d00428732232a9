import { html } from '../../vendor/htm-preact.js';
import { count, counted, named, percent } from '../format.js';
import { ordered, sum } from '../model.js';
import { Numbers, Panel } from './panel.js';

/** Where open journeys are at this moment. */
export function Occupancy({ view, context }) {
  const rows = view.occupancy;
  const byStage = new Map(rows.map((row) => [row.stage, row.journeys]));
  const stages = ordered(view.choice.definition);
  const all = sum(rows, 'journeys');
  const most = Math.max(1, ...rows.map((row) => row.journeys));
  return html`<${Panel} id="occupancy" title="Where they are now" rows=${rows} file=${context.file('occupancy', true)}
    counts=${html`Open journeys of ${context.who}, whenever they started.`}
    empty="No journey is open. One opens with its first event, and stays until it completes or lapses.">
    <ul class="occupancy">
      ${stages.map(({ stage, exit }) => {
        const n = byStage.get(stage) ?? 0;
        return html`<li key=${stage} data-stage=${stage} data-journeys=${n} class=${exit ? 'exit' : ''}>
          <span class="name">${named(stage)}${exit ? html` <small>exit</small>` : null}</span>
          <span class="track" aria-hidden="true"><span class="fill" style=${{ width: `${(100 * n) / most}%` }}></span></span>
          <b>${count(n)}</b>
        </li>`;
      })}
    </ul>
    <p class="sum" data-testid="occupancy-sum" data-journeys=${all}>${counted(all, 'journey')} open.</p>
    <${Numbers} caption="Journeys open now" head=${['Stage', 'Journeys', '% of open']}
      rows=${stages.map(({ stage }) => [named(stage), count(byStage.get(stage) ?? 0), percent(byStage.get(stage) ?? 0, all)])} />
  <//>`;
}
