import { html } from '../../vendor/htm-preact.js';
import { dimension, segmentParts, windowName } from '../format.js';

/** Segments grouped by what they are broken down by: [["persona", ["persona=family", …]], …]. */
function grouped(segments) {
  const groups = new Map();
  for (const segment of segments) {
    if (!segment) continue;
    const name = segmentParts(segment).map(([key]) => dimension(key)).join(' and ');
    groups.set(name, [...(groups.get(name) ?? []), segment]);
  }
  return [...groups].sort(([a], [b]) => a.length - b.length || a.localeCompare(b));
}

const valueOf = (segment) => segmentParts(segment).map(([, value]) => value).join(', ');

function Windows({ choice, change }) {
  const { definition, window, windows, windowStart, following } = choice;
  const at = windows.indexOf(windowStart);
  const go = (index) => change({ start: windows[index] });
  return html`<div class="field">
    <label for="window-start">Window</label>
    <div class="joined">
      <button type="button" aria-label=${`Earlier ${window}`} disabled=${at <= 0} onClick=${() => go(at - 1)} data-testid="earlier">‹</button>
      <select id="window-start" data-testid="window-start" onChange=${(e) => change({ start: e.target.value })}>
        ${windows.length ? null : html`<option value="">none yet</option>`}
        ${[...windows].reverse().map((start) => html`<option key=${start} value=${start} selected=${start === windowStart}>${windowName(window, start, definition.timeZone)}</option>`)}
      </select>
      <button type="button" aria-label=${`Later ${window}`} disabled=${at < 0 || at >= windows.length - 1} onClick=${() => go(at + 1)} data-testid="later">›</button>
      <button type="button" class="toggle" aria-pressed=${String(following)} data-testid="follow" title="Move on by itself when a newer window begins"
        onClick=${() => change({ start: following ? windowStart : '' })}>Newest</button>
    </div>
  </div>`;
}

/** What is looked at: definition, kind of window, window, segment. Every change goes into the address. */
export function Filters({ definitions, choice, asked, change }) {
  const { definition, segments, segment } = choice;
  // A radio button shows what was asked for at once; it would jump back until the answer is here otherwise.
  const window = definition.windows.includes(asked.window) ? asked.window : choice.window;
  return html`<form class="filters" aria-label="What is shown" onSubmit=${(e) => e.preventDefault()}>
    <div class="field">
      <label for="definition">Journey</label>
      <select id="definition" data-testid="definition" onChange=${(e) => change({ journey: e.target.value, window: '', start: '', segment: '' })}>
        ${definitions.map((d) => html`<option key=${d.journey} value=${d.journey} selected=${d.journey === definition.journey}>${d.journey}</option>`)}
      </select>
    </div>
    <fieldset class="field">
      <legend>By</legend>
      <div class="joined">
        ${definition.windows.map((kind) => html`<label key=${kind} class="choice"><input type="radio" name="window" value=${kind} checked=${kind === window}
          data-testid=${`window-${kind}`} onChange=${() => change({ window: kind, start: '' })} /><span>${kind}</span></label>`)}
      </div>
    </fieldset>
    <${Windows} choice=${choice} change=${change} />
    <div class="field">
      <label for="segment">Segment</label>
      <select id="segment" data-testid="segment" onChange=${(e) => change({ segment: e.target.value })}>
        <option value="" selected=${!segment}>all customers</option>
        ${segment && !segments.includes(segment) ? html`<option value=${segment} selected>${segment}</option>` : null}
        ${grouped(segments).map(([name, members]) => html`<optgroup key=${name} label=${name}>
          ${members.map((member) => html`<option key=${member} value=${member} selected=${member === segment}>${valueOf(member)}</option>`)}
        </optgroup>`)}
      </select>
    </div>
  </form>`;
}
