import { html, useCallback, useEffect, useRef, useState } from '../vendor/htm-preact.js';
import { read, write } from './address.js';
import { Unanswered } from './api.js';
import { segmentName, stillOpen, windowName } from './format.js';
import { follow } from './live.js';
import { load } from './load.js';
import { Balance } from './parts/balance.js';
import { Conversions } from './parts/conversions.js';
import { Customer } from './parts/customer.js';
import { Figures } from './parts/figures.js';
import { Filters } from './parts/filters.js';
import { Funnel } from './parts/funnel.js';
import { Occupancy } from './parts/occupancy.js';
import { Outcomes } from './parts/outcomes.js';
import { Sankey } from './parts/sankey.js';
import { Status } from './parts/status.js';

/** The filters of the address bar, and a way to change them that Back undoes. */
function useFilters() {
  const [filters, setFilters] = useState(() => read(location.search));
  useEffect(() => {
    const back = () => setFilters(read(location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const change = useCallback((some) => setFilters((now) => {
    const next = { ...now, ...some };
    history.pushState(null, '', write(next));
    return next;
  }), []);
  return [filters, change];
}

/** Keeps the view of the filters fresh. A view that could not be read leaves the last one standing, and says so. */
function useView(filters) {
  const [view, setView] = useState(null);
  const [fault, setFault] = useState(null);
  const [freshness, setFreshness] = useState({ link: 'connecting', asOf: null });
  const wanted = useRef(filters), aborter = useRef(null), following = useRef(null);

  useEffect(() => {
    const refresh = async () => {
      aborter.current = new AbortController();
      const asked = wanted.current;
      try {
        const next = await load(asked, aborter.current.signal);
        if (asked === wanted.current) { setView({ ...next, asked }); setFault(null); }
      } catch (failure) {
        if (failure.name !== 'AbortError') setFault(failure instanceof Unanswered ? failure.message : `The page could not read the sink’s answer: ${failure.message}`);
        throw failure;
      }
    };
    following.current = follow(refresh, setFreshness);
    return () => following.current.close();
  }, []);

  useEffect(() => {
    if (wanted.current === filters) return;
    wanted.current = filters;
    aborter.current?.abort();
    following.current.now();
  }, [filters]);

  return { view, fault, freshness };
}

/** What every part says about what it counts, and what it says when there is nothing. */
function contextOf({ definition, window, windowStart, segment }) {
  const zone = definition.timeZone;
  const name = windowStart ? windowName(window, windowStart, zone) : `the first ${window}`;
  return {
    when: html`<b title=${windowStart ?? ''}>${name}</b>`,
    who: segmentName(segment),
    nothing: (what) => `No ${what} in ${name} for ${segmentName(segment)}. Choose another window or segment above; new rows appear here by themselves.`,
    file: (table, undated) => [table, definition.journey, ...(undated ? [] : [window, windowStart?.slice(0, 10)]), segment.replace(/[^\w=-]+/g, '_')].filter(Boolean).join('-'),
  };
}

function Scope({ choice }) {
  const { definition, window, windowStart, segment } = choice;
  if (!windowStart) return null;
  const name = windowName(window, windowStart, definition.timeZone);
  return html`<p class="scope" data-testid="scope" data-journey=${definition.journey} data-version=${definition.version} data-window=${window} data-window-start=${windowStart} data-segment=${segment}>
    <b>${name}</b>${stillOpen(window, windowStart, definition.timeZone, Date.now()) ? html` <span class="tag">still filling</span>` : null}
    <span>${segmentName(segment)}</span> <span>event time, ${definition.timeZone}</span> <span>${definition.journey} version ${definition.version}</span></p>`;
}

const EMPTY = html`<div class="welcome" data-testid="no-definitions">
  <h2>No journeys yet</h2>
  <p>No journey definition has been published to the topics that this sink reads. As soon as a streams application runs with one, its numbers appear here by themselves.</p>
  <p>To see it with invented customers: <code>./journey demo</code>. With your own events: <code>./journey replay --definition FILE EVENTS…</code></p>
</div>`;

export function Page() {
  const [filters, change] = useFilters();
  const { view, fault, freshness } = useView(filters);
  const choice = view?.choice;
  useEffect(() => { document.title = choice ? `${choice.definition.journey} · Journeys` : 'Journeys'; }, [choice?.definition.journey]);
  const context = choice && contextOf(choice);
  return html`
    <a class="skip-link" href="#numbers">Skip to the numbers</a>
    <header class="top"><div class="inner">
      <h1><img src="favicon.svg" alt="" width="28" height="28" />Journeys</h1>
      <${Status} ...${freshness} />
    </div></header>
    <main id="numbers" tabindex="-1" aria-busy=${String(view !== null && view.asked !== filters)}>
      ${fault ? html`<p class="notice fault" role="alert" data-testid="fault">${fault}${location.search && !view ? html` <a href="./">Start over without filters.</a>` : null}</p>` : null}
      ${!view && !fault ? html`<p class="notice" data-testid="loading">Reading the numbers…</p>` : null}
      ${view && !choice ? EMPTY : null}
      ${choice ? html`
        <${Filters} definitions=${view.definitions} choice=${choice} asked=${filters} change=${change} />
        ${choice.notes.map((note) => html`<p class="notice" role="status" data-testid="note">${note}</p>`)}
        <${Scope} choice=${choice} />
        <${Figures} view=${view} />
        <div class="panels">
          <${Funnel} view=${view} context=${context} />
          <${Occupancy} view=${view} context=${context} />
          <${Sankey} view=${view} context=${context} showAll=${filters.flows === 'all'} change=${change} />
          <${Conversions} view=${view} context=${context} />
          <${Outcomes} view=${view} context=${context} />
        </div>
        <${Balance} rows=${view.balance} />
        <${Customer} definition=${choice.definition} />` : null}
    </main>`;
}
