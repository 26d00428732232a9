package io.journey.architecture.canary.local.egg;

import io.journey.architecture.canary.local.chicken.Chicken;
import org.jspecify.annotations.Nullable;

/** Breaks PACKAGES_ARE_FREE_OF_CYCLES together with the chicken. */
public record Egg(@Nullable Chicken from) {}
