package io.journey.architecture.canary.sink;

import java.util.logging.Logger;

/** Breaks LOGS_GO_THROUGH_SLF4J. */
public record LogsItsOwnWay(Logger logger) {}
