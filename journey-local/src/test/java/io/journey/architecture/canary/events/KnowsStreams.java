package io.journey.architecture.canary.events;

import io.journey.architecture.canary.streams.Neighbour;

/** Breaks EVENTS_KNOWS_NO_OTHER_MODULE. */
public record KnowsStreams(Neighbour neighbour) {}
