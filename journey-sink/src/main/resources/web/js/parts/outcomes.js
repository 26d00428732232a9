import { html } from '../../vendor/htm-preact.js';
import { count, duration, exactDuration, named, percent } from '../format.js';
import { ENDINGS, ordered } from '../model.js';
import { Numbers, Panel } from './panel.js';

const MINUTE = 60000;

/** A common logarithmic scale for all dwell times of the view: minutes and months on one line. */
function scale(rows, stages) {
  const times = [...rows.flatMap((row) => [row.dwellP50Ms, row.dwellP90Ms]), ...stages.map((stage) => stage.targetDwellMs)].filter((ms) => ms > 0);
  if (!times.length) return null;
  const low = Math.log(Math.max(MINUTE, Math.min(...times)) / 1.6), high = Math.log(Math.max(2 * MINUTE, Math.max(...times)) * 1.6);
  return (ms) => `${Math.max(0, Math.min(100, (100 * (Math.log(Math.max(1, ms)) - low)) / (high - low)))}%`;
}

/** p50 and p90 as a point and a line to a stroke, the plan as a diamond; in words beside it. */
function Dwell({ row, target, at }) {
  if (row.dwellP50Ms == null) return html`<span class="dwell-none">no visit has ended</span>`;
  const slow = target != null && row.dwellP50Ms > target;
  return html`<span class="dwell">
    <span class="dwell-line" aria-hidden="true">
      <i class="span" style=${{ left: at(row.dwellP50Ms), right: `calc(100% - ${at(row.dwellP90Ms)})` }}></i>
      <i class="p50" style=${{ left: at(row.dwellP50Ms) }}></i>
      <i class="p90" style=${{ left: at(row.dwellP90Ms) }}></i>
      ${target == null ? null : html`<i class="plan" style=${{ left: at(target) }}></i>`}
    </span>
    <span class="dwell-words"><span title=${exactDuration(row.dwellP50Ms)}>half within <b>${duration(row.dwellP50Ms)}</b></span>, <span
      title=${exactDuration(row.dwellP90Ms)}>nine in ten within ${duration(row.dwellP90Ms)}</span>${target == null ? null
      : html`; <span class=${slow ? 'slow' : ''} title=${exactDuration(target)}>planned ${duration(target)}${slow ? ', slower than planned' : ''}</span>`}</span>
  </span>`;
}

function Outcome({ row, stage, at }) {
  const parts = ENDINGS.map((ending) => ({ ...ending, n: row[ending.key] ?? 0 })).filter((part) => part.n > 0);
  const words = parts.map((part) => `${percent(part.n, row.visits)} ${part.name}`).join(', ');
  const raw = Object.fromEntries(ENDINGS.map((ending) => [`data-${ending.id}`, row[ending.key] ?? 0]));
  return html`<li data-stage=${row.stage} data-visits=${row.visits} data-dwell-p50=${row.dwellP50Ms} data-dwell-p90=${row.dwellP90Ms} ...${raw}>
    <span class="name">${named(row.stage)}<small>${count(row.visits)} visits</small></span>
    <span class="stack" role="img" aria-label=${`${named(row.stage)}: ${words}`}>
      ${parts.map((part) => html`<span key=${part.id} class=${`part ${part.id}`} style=${{ flexGrow: part.n }} title=${`${count(part.n)} ${part.name}, ${percent(part.n, row.visits)}`}><span>${percent(part.n, row.visits)}</span></span>`)}
    </span>
    <${Dwell} row=${row} target=${stage?.targetDwellMs} at=${at} />
  </li>`;
}

/** What became of the visits to each stage, and how long they lasted beside what was planned. */
export function Outcomes({ view, context }) {
  const stages = ordered(view.choice.definition);
  const byStage = new Map(view.outcomes.map((row) => [row.stage, row]));
  const rows = stages.map((stage) => byStage.get(stage.stage)).filter(Boolean);
  const at = scale(rows, stages);
  const used = ENDINGS.filter((ending) => rows.some((row) => row[ending.key] > 0));
  return html`<${Panel} id="outcomes" wide title="How visits ended" rows=${view.outcomes} file=${context.file('stage-outcomes')}
    counts=${html`Visits to a stage that began in ${context.when}; a journey that comes back is another visit. Times are of the visits that ended, drawn on one logarithmic scale.`}
    empty=${context.nothing('visit began')}>
    <ul class="key endings">${used.map((ending) => html`<li key=${ending.id}><span class=${`swatch part ${ending.id}`} aria-hidden="true"></span>${ending.name}</li>`)}
      <li class="dwell-key"><span class="mini p50" aria-hidden="true"></span>p50 <span class="mini p90" aria-hidden="true"></span>p90 <span class="mini plan" aria-hidden="true"></span>planned</li></ul>
    <ul class="outcomes">${rows.map((row) => html`<${Outcome} key=${row.stage} row=${row} at=${at} stage=${stages.find((s) => s.stage === row.stage)} />`)}</ul>
    <${Numbers} caption="How visits ended"
      head=${['Stage', 'Visits', ...ENDINGS.map((e) => e.name), 'dwell p50', 'dwell p90', 'dwell p99', 'planned', 'touches p50', 'touches p90', 'touches p99']}
      rows=${rows.map((row) => [named(row.stage), count(row.visits), ...ENDINGS.map((e) => count(row[e.key] ?? 0)), duration(row.dwellP50Ms), duration(row.dwellP90Ms), duration(row.dwellP99Ms),
        duration(stages.find((s) => s.stage === row.stage)?.targetDwellMs), count(row.touchesP50), count(row.touchesP90), count(row.touchesP99)])} />
  <//>`;
}
