package io.journey.architecture.canary.sink;

/** For others to know. */
public record Neighbour() {}
