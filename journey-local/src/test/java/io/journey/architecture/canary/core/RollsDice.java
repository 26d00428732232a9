package io.journey.architecture.canary.core;

/** Breaks CORE_ROLLS_NO_DICE. */
public final class RollsDice {

    double whatever() {
        return Math.random();
    }
}
