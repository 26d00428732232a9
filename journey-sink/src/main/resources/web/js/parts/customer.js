import { html, useEffect, useState } from '../../vendor/htm-preact.js';
import { findAll, offered, owner, show } from '../customers.js';
import { amount, counted, duration, instant, named } from '../format.js';

const span = (from, to, at) => `${from ? `since ${at(from)}` : 'since ever'}${to ? `, until ${at(to)}` : ''}`;

function Identities({ customer, at }) {
  return html`<h4>Identities</h4>
    <ul class="facts" data-testid="customer-identities">${customer.identities.map((each) => html`<li data-identity=${each.identity} data-touches=${each.touches}>
      <b>${each.identity}</b> <span>${span(each.from, each.to, at)}; ${counted(each.touches, 'touch', 'touches')}</span>
      ${each.because.length ? each.because.map((step) => html`<small>${step.owner} claimed ${step.identity} at ${at(step.claimedAt)} by event ${step.eventId}</small>`) : html`<small>its own</small>`}
    </li>`)}</ul>`;
}

function Owners({ customer, at }) {
  const now = owner(customer);
  return html`<h4>${now ? `Belongs to ${now.identity}` : 'Belonged to others'}</h4>
    <ul class="facts" data-testid="customer-owners">${customer.owners.map((each) => html`<li data-owner=${each.identity}>
      <b>${each.identity}</b> <span>${span(each.from, each.to, at)}</span> <small>claimed at ${at(each.claimedAt)} by event ${each.eventId}</small></li>`)}</ul>`;
}

/** Touches and what they led to, in order; of one instant, what ends comes before, what begins comes after the touch. */
function moments(customer) {
  const touches = customer.touches.map((touch) => ({ at: touch.at, rank: 1, touch }));
  const moves = customer.journeys.flatMap((journey) => journey.transitions.map((move) => ({ at: move.at, rank: move.to == null ? 0 : 2, journey, move })));
  return [...touches, ...moves].sort((a, b) => a.at.localeCompare(b.at) || a.rank - b.rank);
}

function Move({ journey, move }) {
  const kind = move.kind.toLowerCase();
  if (move.from == null) return html`<span>journey ${journey.number} begins in <b>${named(move.to)}</b></span>`;
  if (move.to == null) return html`<span>journey ${journey.number} ends in <b>${named(move.from)}</b> (${kind}), value ${amount(journey.value)}</span>`;
  return html`<span>${named(move.from)} → <b>${named(move.to)}</b> (${kind}${move.revisit ? ', again' : ''}) after ${duration(move.dwellMs)}</span>`;
}

function Timeline({ customer, at }) {
  return html`<h4>${counted(customer.touchesInAll, 'touch', 'touches')} in ${counted(customer.journeys.length, 'journey')}</h4>
    <ol class="facts timeline" data-testid="customer-timeline">${moments(customer).map(({ at: when, touch, journey, move }) => html`<li class=${touch ? '' : 'move'} data-event=${touch?.eventId} data-to=${move?.to}>
      <time datetime=${when}>${at(when)}</time>
      ${touch ? html`<span>${touch.channel} <b>${touch.touchpoint}</b>${touch.amount ? ` ${amount(touch.amount)}` : ''} <small>${touch.address}, event ${touch.eventId}</small></span>`
        : html`<${Move} journey=${journey} move=${move} />`}</li>`)}</ol>`;
}

function One({ customer, zone }) {
  const at = (iso) => instant(iso, zone);
  const { now } = customer;
  return html`<article class="customer" data-testid="customer" data-identity=${customer.identity} data-stage=${now?.stage}>
    <h3>${customer.identity}</h3>
    <p data-testid="customer-now">${now ? html`Stands in <b>${named(now.stage)}</b> since ${at(now.since)}: journey ${now.journey}, persona ${now.persona}${now.lapsesAt ? `; lapses ${at(now.lapsesAt)} if nothing comes` : ''}.`
      : customer.journeys.length ? 'Has no open journey.' : 'Has no journey of its own.'}</p>
    ${customer.owners.length ? html`<${Owners} customer=${customer} at=${at} />` : null}
    ${customer.touchesInAll ? html`<${Identities} customer=${customer} at=${at} /><${Timeline} customer=${customer} at=${at} />` : null}
    ${customer.erased.map((each) => html`<p>Erased: what happened ${each.from ? `from ${at(each.from)} ` : ''}before ${at(each.to)}.</p>`)}
    ${customer.cut ? html`<p>There is more; this is the latest of it.</p>` : null}
  </article>`;
}

/** Looks one customer up; not there where the sink has no streams application to ask. */
export function Customer({ definition }) {
  const [available, setAvailable] = useState(false);
  const [identity, setIdentity] = useState(''), [secret, setSecret] = useState('');
  const [answer, setAnswer] = useState(null), [busy, setBusy] = useState(false);
  useEffect(() => { offered().then(setAvailable, () => setAvailable(false)); }, []);
  useEffect(() => { setAnswer(null); }, [definition.journey]);
  if (!available) return null;
  const ask = async (event) => {
    event.preventDefault();
    if (!identity.trim() || busy) return;
    if (secret) show(secret);
    setBusy(true);
    const found = await findAll(identity.trim(), definition.journey);
    if (!found.locked) setSecret('');
    setAnswer(found);
    setBusy(false);
  };
  return html`<section class="panel wide lookup" aria-labelledby="lookup-title" aria-busy=${String(busy)} data-testid="lookup">
    <header><div><h2 id="lookup-title">One customer</h2>
      <p class="counts">Who an identity is, since when and why, and everything this customer did. Times in ${definition.timeZone}.</p></div></header>
    <form class="filters" onSubmit=${ask}>
      <div class="field"><label for="identity">Identity, as namespace:value</label>
        <input id="identity" data-testid="identity" autocomplete="off" autocapitalize="off" spellcheck=${false} maxlength="1024" value=${identity} onInput=${(e) => setIdentity(e.target.value)} /></div>
      ${answer?.locked ? html`<div class="field"><label for="secret">Access token</label>
        <input id="secret" data-testid="secret" type="password" autocomplete="off" value=${secret} onInput=${(e) => setSecret(e.target.value)} /></div>` : null}
      <button type="submit" data-testid="look-up">Show</button>
    </form>
    <div role="status">
      ${answer?.locked ? html`<p class="notice" data-testid="locked">Customers are shown with an access token only. It stays in this page until it is closed.</p>` : null}
      ${answer?.fault ? html`<p class="notice" data-testid="lookup-fault">${answer.fault}</p>` : null}
    </div>
    ${answer?.customers.map((customer) => html`<${One} key=${customer.identity} customer=${customer} zone=${definition.timeZone} />`)}
  </section>`;
}
