// The filters live in the query string, so that a view can be sent to somebody, and Back goes back.

const KEYS = ['journey', 'window', 'start', 'segment', 'flows'];

/** An absent start means: follow the newest window. */
export function read(search) {
  const query = new URLSearchParams(search);
  return Object.fromEntries(KEYS.map((key) => [key, query.get(key) ?? '']));
}

export function write(filters) {
  const query = new URLSearchParams();
  for (const key of KEYS) if (filters[key]) query.set(key, filters[key]);
  const text = query.toString();
  return text ? `?${text}` : location.pathname;
}
