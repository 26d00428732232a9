package io.journey.bench;

/**
 * How long the application takes from its start to processing.
 *
 * @param events whose state there is
 * @param stateBytes files of the state folder
 * @param keptSeconds with that folder as an orderly end left it
 * @param standbySeconds from the end of an instance until another, whose standbys have caught up, has committed new events
 *     of all its partitions
 * @param lostSeconds without it: everything comes from the changelogs
 */
record Restart(long events, long stateBytes, double keptSeconds, double standbySeconds, double lostSeconds) {}
