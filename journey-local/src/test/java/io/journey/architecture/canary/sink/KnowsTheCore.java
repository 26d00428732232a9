package io.journey.architecture.canary.sink;

/** Breaks SINK_KNOWS_ONLY_EVENTS. */
public record KnowsTheCore(io.journey.architecture.canary.core.Neighbour neighbour) {}
