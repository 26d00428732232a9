package io.journey.architecture.canary.service;

/** Breaks SERVICE_KNOWS_NO_OTHER_MODULE. */
public record KnowsAModule(io.journey.architecture.canary.core.Neighbour neighbour) {}
