package io.journey.architecture.canary.core;

import java.nio.file.Path;

/** Breaks CORE_DOES_NO_IO. */
public record OpensAFile(Path path) {}
