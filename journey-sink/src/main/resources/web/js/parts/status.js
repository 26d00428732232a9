import { html } from '../../vendor/htm-preact.js';
import { clock } from '../format.js';

const WORDS = {
  connecting: () => ['connecting', 'Asking the sink for the first time.'],
  live: () => ['live', 'The sink tells this page when numbers change.'],
  polling: () => ['polling', 'No notices from the sink; this page asks every 5 seconds.'],
  reconnecting: () => ['reconnecting', 'The stream of notices broke; this page asks every 5 seconds until it is back.'],
  stale: (asOf) => [asOf ? `stale since ${clock(asOf)}` : 'no answer', 'The sink does not answer. These are the last numbers it gave; this page keeps trying.'],
};

/** Whether what is shown is fresh, in a word, and as of when. */
export function Status({ link, asOf }) {
  const [word, meaning] = WORDS[link](asOf);
  return html`<div class="status">
    <span class="pill" role="status" data-testid="link" data-link=${link} title=${meaning}><i aria-hidden="true"></i>${word}</span>
    ${asOf && link !== 'stale' ? html`<span class="as-of" data-testid="as-of" title=${new Date(asOf).toISOString()}>as of ${clock(asOf)}</span>` : null}
  </div>`;
}
