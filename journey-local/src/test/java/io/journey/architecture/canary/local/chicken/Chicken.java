package io.journey.architecture.canary.local.chicken;

import io.journey.architecture.canary.local.egg.Egg;
import org.jspecify.annotations.Nullable;

/** Breaks PACKAGES_ARE_FREE_OF_CYCLES together with the egg. */
public record Chicken(@Nullable Egg from) {}
