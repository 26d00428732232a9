package io.journey.bench;

/** A workload and its events. */
record Case(String workload, EventSource events) {}
