package io.journey.core.identity;

/**
 * The claims of an event of the address are withdrawn, whether it has been delivered or not.
 *
 * @param eventId the event's id
 */
public record Unlink(String eventId) implements Input {}
