import { html } from '../../vendor/htm-preact.js';
import { amount, count, counted, named, percent } from '../format.js';
import { funnelSteps, greatestLoss, totals } from '../model.js';
import { Numbers, Panel } from './panel.js';

const share = (part, all) => (all ? `${(100 * part) / all}%` : '0%');

function Step({ step, worst }) {
  return html`<li data-stage=${step.stage} data-position=${step.position} data-journeys=${step.journeys} data-reached=${step.reached}
      data-converted=${step.converted} data-value=${step.value}>
    <span class="name">${named(step.stage)}</span>
    <span class="track" aria-hidden="true">
      <span class="lost" style=${{ width: share(step.before, step.journeys) }}></span>
      <span class="fill" style=${{ width: share(step.reached, step.journeys) }}></span>
    </span>
    <span class="reached"><b>${count(step.reached)}</b><span class="unit"> reached</span></span>
    <span class="of-all" title="of the journeys started">${percent(step.reached, step.journeys)}</span>
    <span class="of-before">${step.position === 0 ? '' : html`${percent(step.reached, step.before)} <span class="unit">of the stage before</span>`}</span>
    ${worst ? html`<span class="mark" data-testid="greatest-loss">greatest loss: ${counted(step.lost, 'journey')} ${step.lost === 1 ? 'has' : 'have'} not come this far</span>` : null}
  </li>`;
}

/** How far the journeys that started in the window came. */
export function Funnel({ view, context }) {
  const steps = funnelSteps(view.funnel);
  const worst = greatestLoss(steps);
  const all = totals(view.funnel);
  const goal = named(view.choice.definition.conversionStage);
  return html`<${Panel} id="funnel" title="Funnel" rows=${view.funnel} file=${context.file('funnel')}
    counts=${html`Journeys that started in ${context.when}: how many visited the stage or a later one.`}
    empty=${context.nothing('journey started')}>
    <ol class="funnel">
      <li class="legend" aria-hidden="true"><span class="name"></span><span class="track"></span><span class="reached">reached</span><span class="of-all">of all</span><span class="of-before">of stage before</span></li>
      ${steps.map((step) => html`<${Step} key=${step.stage} step=${step} worst=${step === worst} />`)}
    </ol>
    <p class="sum" data-testid="funnel-sum" data-journeys=${all.journeys} data-converted=${all.converted} data-value=${all.value}>
      ${counted(all.journeys, 'journey')}, of which <b>${count(all.converted)} (${percent(all.converted, all.journeys)})</b> visited ${goal};
      value <b title=${all.value}>${amount(all.value)}</b>.</p>
    <${Numbers} caption="Funnel" head=${['Stage', 'Reached', '% of journeys', '% of stage before', 'Converted', 'Value']}
      rows=${steps.map((s) => [named(s.stage), count(s.reached), percent(s.reached, s.journeys), percent(s.reached, s.before), count(s.converted), s.value])} />
  <//>`;
}
