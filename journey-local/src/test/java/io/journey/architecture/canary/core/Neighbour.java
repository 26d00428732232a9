package io.journey.architecture.canary.core;

/** For others to know. */
public record Neighbour() {}
