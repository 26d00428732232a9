package io.journey.bench;

/**
 * Time from before an event was handed to its producer until a reader of committed records had the transition it caused.
 *
 * @param eventsPerSecond that were sent
 * @param transitions that were timed
 * @param p50 in milliseconds; the others too
 */
record Latency(double eventsPerSecond, long transitions, int p50, int p99, int p999, int max) {}
