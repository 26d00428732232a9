package io.journey.architecture.canary.core;

import org.slf4j.Logger;

/** Breaks CORE_KNOWS_ONLY_THE_JDK. */
public record UsesALibrary(Logger logger) {}
