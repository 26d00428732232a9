package io.journey.architecture.canary.streams;

/** Breaks STREAMS_KNOWS_NO_READER. */
public record KnowsTheSink(io.journey.architecture.canary.sink.Neighbour neighbour) {}
