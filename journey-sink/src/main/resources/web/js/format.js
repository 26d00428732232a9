// Numbers, times and names as people read them. Pure: no state, no DOM.

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const count = (n) => (n == null ? '–' : whole.format(n));

/** "1 journey", "2,034 journeys". */
export const counted = (n, noun, plural = `${noun}s`) => `${count(n)} ${n === 1 ? noun : plural}`;

/** Share of a part; a dash when there is no whole. Small shares keep a decimal, and never round to nothing or to all. */
export function percent(part, all) {
  if (!all) return '–';
  const share = (100 * part) / all;
  if (share > 0 && share < 0.1) return '<0.1%';
  if (share < 100 && share > 99.9) return '>99.9%';
  return `${(share < 10 || share > 99) ? oneDecimal.format(share) : whole.format(share)}%`;
}

/** Difference of two shares in percentage points, signed. */
export function points(difference) {
  const rounded = Math.round(1000 * difference) / 10;
  if (rounded === 0) return 'no change';
  return `${rounded > 0 ? '+' : '−'}${oneDecimal.format(Math.abs(rounded))} points`;
}

const SECOND = 1000, MINUTE = 60 * SECOND, HOUR = 60 * MINUTE, DAY = 24 * HOUR;

/** One unit, at most one decimal: 850 ms, 53 s, 11 min, 3.4 h, 2.4 d. */
export function duration(ms) {
  if (ms == null) return '–';
  if (ms < SECOND) return `${ms} ms`;
  const [unit, name] = ms < MINUTE ? [SECOND, 's'] : ms < HOUR ? [MINUTE, 'min'] : ms < 2 * DAY ? [HOUR, 'h'] : [DAY, 'd'];
  const n = ms / unit;
  return `${n < 10 ? oneDecimal.format(n) : whole.format(n)} ${name}`;
}

export const exactDuration = (ms) => (ms == null ? 'not counted' : `${whole.format(ms)} ms`);

/** A decimal that arrives as text stays text: grouping is added, at most two decimals are shown, nothing goes through a double. */
export function amount(text) {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? '');
  if (!match) return text ?? '–';
  const [, sign, integer, fraction = ''] = match;
  const cents = fraction.padEnd(2, '0');
  let units = BigInt(integer) * 100n + BigInt(cents.slice(0, 2));
  if ((cents[2] ?? '0') >= '5') units += 1n;
  const rest = units % 100n;
  const grouped = (units / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign && units ? '−' : ''}${grouped}${rest ? '.' + String(rest).padStart(2, '0') : ''}`;
}

/** Ids such as "repeat-purchase" as a name; what is not written in lower case letters only is left alone. */
export function named(id) {
  if (!/^[a-z][a-z_-]*$/.test(id ?? '')) return id ?? '';
  const words = id.replace(/[-_]+/g, ' ');
  return words[0].toUpperCase() + words.slice(1);
}

/** entryChannel -> "entry channel". */
export const dimension = (id) => id.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_]+/g, ' ').toLowerCase();

export const segmentParts = (segment) => [...new URLSearchParams(segment)];

export const segmentName = (segment) =>
  segmentParts(segment).map(([key, value]) => `${dimension(key)} ${value}`).join(', ') || 'all customers';

const formats = new Map();

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }));
  return formats.get(key);
}

const date = { day: 'numeric', month: 'short', year: 'numeric' };

/** An instant to the second, in a zone. */
export const instant = (iso, zone) => format(zone, { ...date, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(iso));

/** Name of a calendar window by its first instant, in the definition's zone. */
export function windowName(kind, start, zone) {
  const at = new Date(start);
  switch (kind) {
    case 'hour': return format(zone, { ...date, hour: '2-digit', minute: '2-digit' }).format(at);
    case 'day': return format(zone, { weekday: 'short', ...date }).format(at);
    case 'week': return `week from ${format(zone, { weekday: 'short', ...date }).format(at)}`;
    case 'month': return format(zone, { month: 'long', year: 'numeric' }).format(at);
    case 'quarter': {
      const [month, , year] = format(zone, { month: 'numeric', year: 'numeric' }).formatToParts(at).map((p) => p.value);
      return `Q${Math.ceil(Number(month) / 3)} ${year}`;
    }
    case 'year': return format(zone, { year: 'numeric' }).format(at);
    default: return at.toISOString();
  }
}

/** Whether now lies in the window, so that its numbers still grow: true when now carries the window's own name. */
export function stillOpen(kind, start, zone, now) {
  if (kind === 'week') return now - Date.parse(start) < 7 * DAY;
  const name = kind === 'hour' ? (at) => Math.floor(new Date(at) / HOUR) : (at) => windowName(kind, at, zone);
  return name(start) === name(now);
}

export const clock = (ms) =>
  new Date(ms).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
