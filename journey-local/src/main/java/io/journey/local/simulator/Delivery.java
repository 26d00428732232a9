package io.journey.local.simulator;

import io.journey.events.v1.Touchpoint;
import java.time.Instant;

/**
 * An event on its way to the pipeline.
 *
 * @param at when it is sent, never before it happened
 * @param event what happened
 */
public record Delivery(Instant at, Touchpoint event) {}
