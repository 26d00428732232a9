import { html } from '../../vendor/htm-preact.js';
import { count, counted } from '../format.js';
import { sum, unaccounted } from '../model.js';
import { Numbers } from './panel.js';

/** Whether every record that was read is accounted for, in one line that is always there. */
export function Balance({ rows }) {
  if (!rows.length) return html`<section class="balance" data-testid="balance" data-state="empty" aria-label="Balance">
    <p>Nothing was read yet: the balance of records begins with the first event.</p></section>`;
  const read = sum(rows, 'read'), inJourneys = sum(rows, 'inJourneys'), duplicate = sum(rows, 'duplicate'), rejected = sum(rows, 'rejected');
  const open = rows.filter((row) => unaccounted(row) !== 0);
  const gap = open.reduce((total, row) => total + Math.abs(unaccounted(row)), 0);
  return html`<section class=${`balance ${open.length ? 'broken' : 'closed'}`} data-testid="balance" data-state=${open.length ? 'open' : 'closed'} data-read=${read}
      data-in-journeys=${inJourneys} data-duplicate=${duplicate} data-rejected=${rejected} aria-labelledby="balance-title">
    <h2 id="balance-title"><span class="sign" aria-hidden="true">${open.length ? '!' : '✓'}</span>${open.length ? 'The balance does not close' : 'The balance closes'}</h2>
    <p class="equation"><b>${count(read)}</b> read <i>=</i> <b>${count(inJourneys)}</b> in journeys <i>+</i> <b>${count(duplicate)}</b> duplicate <i>+</i> <b>${count(rejected)}</b> rejected</p>
    ${open.length ? html`<p>${counted(gap, 'record')} of ${open.map((row) => row.source || 'unnamed source').join(', ')} ${gap === 1 ? 'is' : 'are'} not accounted for.
      While events flow in, this settles within seconds. If it stays, records were lost or counted twice: look into the streams application’s log.</p>` : null}
    ${rejected ? html`<p>The rejected records lie in the rejected topic with the reason, and can be repaired and replayed.</p>` : null}
    <${Numbers} caption="Records by source" head=${['Source', 'Read', 'In journeys', 'Duplicate', 'Rejected', 'Unaccounted for']}
      rows=${rows.map((row) => [row.source || 'unnamed', count(row.read), count(row.inJourneys), count(row.duplicate), count(row.rejected), count(unaccounted(row))])} />
  </section>`;
}
