package io.journey.core.definition;

import java.time.Duration;

/**
 * @param stage index of the stage that counts as conversion in the funnel
 * @param window longest time from a visit's begin to a counted conversion, inclusive; whole milliseconds above zero
 */
public record Conversion(int stage, Duration window) {}
