// Questions that the views ask of the rows. Pure: rows in, plain values out.

export const START = 'START';
export const END = 'END';

/** How a visit can end, in the order in which the bars stack: onward first, open last. */
export const ENDINGS = [
  { key: 'endedAdvance', id: 'advance', name: 'on to the next stage' },
  { key: 'endedSkip', id: 'skip', name: 'skipped ahead' },
  { key: 'endedComplete', id: 'complete', name: 'completed' },
  { key: 'open', id: 'open', name: 'still open' },
  { key: 'endedRegress', id: 'regress', name: 'went back' },
  { key: 'endedExit', id: 'exit', name: 'left to an exit stage' },
  { key: 'endedLapse', id: 'lapse', name: 'lapsed' },
];

export const ordered = (definition) => [...definition.stages].sort((a, b) => a.position - b.position);

/** Funnel rows in order, each with what the step before had; stages of the definition without a row count nothing. */
export function funnelSteps(rows) {
  const steps = [...rows].sort((a, b) => a.position - b.position);
  return steps.map((row, i) => {
    const before = i === 0 ? row.journeys : steps[i - 1].reached;
    return { ...row, before, lost: before - row.reached, share: before ? row.reached / before : null };
  });
}

/** The step that loses most journeys, where it loses a tenth or more of those it got; null when none does. */
export function greatestLoss(steps) {
  const losing = steps.slice(1).filter((step) => step.before > 0 && step.lost / step.before >= 0.1);
  return losing.reduce((worst, step) => (worst === null || step.lost > worst.lost ? step : worst), null);
}

/** The totals that each funnel row repeats. */
export const totals = (rows) => rows[0] ?? { journeys: 0, converted: 0, value: '0' };

export const cellKey = (from, to) => `${from}→${to}`;

export function conversionCells(rows) {
  return new Map(rows.map((row) => [cellKey(row.fromStage, row.toStage), row]));
}

export const sum = (rows, key) => rows.reduce((total, row) => total + row[key], 0);

/** What was read and is accounted for nowhere; zero at any quiet moment. */
export const unaccounted = (row) => row.read - row.inJourneys - row.duplicate - row.rejected;
