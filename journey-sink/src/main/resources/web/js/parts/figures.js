import { html } from '../../vendor/htm-preact.js';
import { amount, count, duration, exactDuration, named, percent, points, windowName } from '../format.js';
import { cellKey, conversionCells, ordered, sum, totals } from '../model.js';

function Figure({ id, name, value, raw, note, title }) {
  return html`<div class="figure" data-testid=${id} data-value=${raw}>
    <dt>${name}</dt>
    <dd title=${title}><strong key=${value} class="fresh">${value}</strong><small>${note}</small></dd>
  </div>`;
}

/** The five numbers that answer "how is it going" before anything is read closely. */
export function Figures({ view }) {
  const { choice, funnel, funnelBefore, conversions, occupancy } = view;
  const { definition, window, before } = choice;
  const now = totals(funnel), then = totals(funnelBefore);
  const goal = named(definition.conversionStage);
  const first = ordered(definition).find((stage) => !stage.exit).stage;
  const way = conversionCells(conversions).get(cellKey(first, definition.conversionStage));
  const earlier = before && then.journeys ? windowName(window, before, definition.timeZone) : null;
  const compared = earlier && now.journeys ? `${points(now.converted / now.journeys - then.converted / then.journeys)} against ${earlier}` : 'of the journeys started';
  return html`<dl class="figures" aria-label="In short">
    <${Figure} id="figure-journeys" name="Journeys started" value=${count(now.journeys)} raw=${now.journeys} note=${earlier ? `${earlier}: ${count(then.journeys)}` : 'in this window'} />
    <${Figure} id="figure-converted" name=${`Reached ${goal}`} value=${percent(now.converted, now.journeys)} raw=${now.converted}
      title=${`${count(now.converted)} of ${count(now.journeys)} journeys`} note=${`${count(now.converted)} journeys; ${compared}`} />
    <${Figure} id="figure-value" name="Value" value=${amount(now.value)} raw=${now.value} title=${now.value} note="sum of these journeys’ amounts" />
    <${Figure} id="figure-time" name=${`Typical time to ${goal}`} value=${duration(way?.p50Ms)} raw=${way?.p50Ms} title=${exactDuration(way?.p50Ms)}
      note=${way?.converted ? `median from ${named(first)}; nine in ten within ${duration(way.p90Ms)}` : `from ${named(first)}; none counted yet`} />
    <${Figure} id="figure-open" name="Open now" value=${count(sum(occupancy, 'journeys'))} raw=${sum(occupancy, 'journeys')} note="journeys in a stage at this moment" />
  </dl>`;
}
