package io.journey.architecture.canary.streams;

/** For others to know. */
public record Neighbour() {}
