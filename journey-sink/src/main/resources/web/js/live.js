// Keeps the page fresh: the sink sends a small notice when rows changed, the page then asks for them. Without notices it polls.

const POLL_MS = 5000;
const QUIET_MS = 60000;
const LEAST_MS = 1000;

/**
 * Calls `refresh` (which returns a promise, rejected when the numbers could not be read) at once, after each notice,
 * and by the clock where notices do not arrive. Reports through `report({ link, asOf })`: link is "connecting", "live",
 * "polling", "reconnecting" or "stale"; asOf is when the sink last answered.
 */
export function follow(refresh, report) {
  let source = null, timer = null, running = false, again = false, urgent = false, lastStart = 0, opened = false, everOpened = false;
  let asOf = null, answered = true, closed = false;

  const link = () => {
    if (!answered) return 'stale';
    if (asOf === null) return 'connecting';
    if (opened) return 'live';
    return everOpened ? 'reconnecting' : 'polling';
  };
  const tell = () => closed || report({ link: link(), asOf });

  function schedule(ms) {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(run, ms);
  }

  async function run() {
    if (closed) return;
    if (running) { again = true; return; }
    running = true;
    again = urgent = false;
    lastStart = Date.now();
    try {
      await refresh();
      answered = true;
      asOf = Date.now();
    } catch (failure) {
      if (failure.name !== 'AbortError') answered = false;
      else again = true;
    }
    running = false;
    tell();
    if (again) soon();
    // An open stream still gets a look now and then: a notice can be lost with a connection that nobody closed.
    else schedule(opened && answered ? QUIET_MS : POLL_MS);
  }

  function soon() {
    if (document.hidden) { again = true; return; }
    if (running) { again = true; return; }
    schedule(urgent ? 0 : Math.max(0, lastStart + LEAST_MS - Date.now()));
  }

  function listen() {
    source = new EventSource('api/v1/events');
    source.onopen = () => { opened = everOpened = true; tell(); soon(); };
    source.onmessage = soon;
    source.onerror = () => {
      opened = false;
      tell();
      soon();
      // The browser retries by itself unless the answer was no event stream; then it gives up, and we start over.
      if (source.readyState === EventSource.CLOSED && !closed) setTimeout(() => closed || listen(), POLL_MS);
    };
  }

  const shown = () => document.hidden || soon();
  document.addEventListener('visibilitychange', shown);
  listen();
  run();

  return {
    now() { urgent = true; soon(); },
    close() { closed = true; clearTimeout(timer); source.close(); document.removeEventListener('visibilitychange', shown); },
  };
}
