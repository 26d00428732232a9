import { html } from '../../vendor/htm-preact.js';
import { download } from '../csv.js';

/** A titled part of the page: what it counts in one line, a download of its rows, its picture, what to do when it has none. */
export function Panel({ id, title, counts, rows, file, empty, children, wide }) {
  const without = !rows.length;
  return html`<section class=${`panel ${wide ? 'wide' : ''}`} aria-labelledby=${`${id}-title`} data-testid=${id}>
    <header>
      <div>
        <h2 id=${`${id}-title`}>${title}</h2>
        <p class="counts" data-testid=${`${id}-counts`}>${counts}</p>
      </div>
      ${without ? null : html`<button type="button" class="quiet" data-testid=${`${id}-csv`} onClick=${() => download(`${file}.csv`, rows)}
          aria-label=${`${title}: download these numbers as CSV`}>CSV</button>`}
    </header>
    ${without ? html`<p class="empty" data-testid=${`${id}-empty`}>${empty}</p>` : children}
  </section>`;
}

/** The same numbers as a table, for those who read tables and for machines that read pages aloud. */
export function Numbers({ caption, head, rows }) {
  return html`<details class="numbers">
    <summary>The same numbers as a table</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${`${caption}, table`}>
      <table>
        <caption>${caption}</caption>
        <thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>
          ${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((value) => html`<td>${value}</td>`)}</tr>`)}
        </tbody>
      </table>
    </div>
  </details>`;
}
