// From the filters to everything the page shows, in three rounds: definitions, what they have rows for, the rows.

import { get } from './api.js';
import { segmentParts } from './format.js';

const sameMembers = (a, b) => a.length === b.length && a.every((member) => b.includes(member));

/** Whether the definition keeps breakdowns by the segment's dimensions; the sink refuses others. */
const isKept = (segment, definition) =>
  definition.segments.some((dimensions) => sameMembers(dimensions, segmentParts(segment).map(([dimension]) => dimension)));

/** What the filters mean once the sink has said what exists; notes tell where they could not be taken at their word. */
async function resolve(filters, definitions, signal) {
  const notes = [];
  let definition = definitions.find((d) => d.journey === filters.journey);
  if (filters.journey && !definition) notes.push(`There is no journey definition “${filters.journey}”; this is ${definitions[0].journey}.`);
  definition ??= definitions[0];

  let window = definition.windows.includes(filters.window) ? filters.window : null;
  if (filters.window && !window) notes.push(`${definition.journey} keeps no windows of kind “${filters.window}”.`);
  window ??= definition.windows.includes('month') ? 'month' : definition.windows.at(-1);

  const journey = definition.journey;
  const [windows, segments] = await Promise.all([
    get('windows', { journey, window }, signal),
    get('segments', { journey }, signal),
  ]);
  let windowStart = windows.at(-1) ?? null;
  if (filters.start && windows.includes(filters.start)) windowStart = filters.start;
  else if (filters.start) notes.push(`No ${window} begins at ${filters.start}; this is the newest one.`);

  let segment = filters.segment;
  if (!isKept(segment, definition)) {
    notes.push(`${journey} keeps no breakdown like “${segment}”; these are all customers.`);
    segment = '';
  } else if (segment && !segments.includes(segment)) notes.push(`Nothing was counted for the segment “${segment}” so far.`);
  const following = !filters.start || windowStart !== filters.start;
  return { definition, window, windows, windowStart, segments, segment, following, notes };
}

const nothing = [];

/** Resolves to a view: the choice, its rows, and the funnel of the window before, for comparison. */
export async function load(filters, signal) {
  const definitions = await get('definitions', {}, signal);
  if (!definitions.length) return { definitions, choice: null };
  const choice = await resolve(filters, definitions, signal);
  const { window, windows, windowStart, segment } = choice;
  const journey = choice.definition.journey;
  const before = windows[windows.indexOf(windowStart) - 1];
  const rows = (name, start) => (start ? get(name, { journey, window, windowStart: start, segment }, signal) : nothing);
  const [funnel, funnelBefore, conversions, outcomes, flows, occupancy, balance] = await Promise.all([
    rows('funnel', windowStart),
    rows('funnel', before),
    rows('stage-conversions', windowStart),
    rows('stage-outcomes', windowStart),
    rows('stage-flows', windowStart),
    get('occupancy', { journey, segment }, signal),
    get('balance', { journey }, signal),
  ]);
  return { definitions, choice: { ...choice, before }, funnel, funnelBefore, conversions, outcomes, flows, occupancy, balance };
}
