// The sink's API with ETags of our own: an answer that did not change is the same object again, and nothing is drawn anew.

/** A request that gave no numbers; the message is for the person who reads the page. */
export class Unanswered extends Error {}

const seen = new Map();
const CAPACITY = 200;

/** What went wrong, in the sink's own words where it sent some. */
async function explain(response, path) {
  const said = await response.json().then((body) => body.message, () => '');
  const detail = said ? ` It says: ${said}.` : '';
  if (response.status >= 500) return `The sink failed to answer ${path} (HTTP ${response.status}).${detail} The page keeps trying.`;
  return `The sink refused ${path} (HTTP ${response.status}).${detail}`;
}

export async function get(name, parameters, signal) {
  const query = new URLSearchParams(parameters).toString();
  const path = `api/v1/${name}${query ? `?${query}` : ''}`;
  const known = seen.get(path);
  let response;
  try {
    response = await fetch(path, { signal, headers: known ? { 'If-None-Match': known.etag } : {} });
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Unanswered('The sink cannot be reached. Check that it runs; the page keeps trying.');
  }
  if (response.status === 304 && known) return known.data;
  if (!response.ok) throw new Unanswered(await explain(response, path));
  const text = await response.text();
  const etag = response.headers.get('ETag');
  // The tag is that of all tables: it also changes when these rows did not.
  const data = known?.text === text ? known.data : JSON.parse(text);
  if (etag) {
    seen.delete(path);
    seen.set(path, { etag, text, data });
    if (seen.size > CAPACITY) seen.delete(seen.keys().next().value);
  }
  return data;
}
