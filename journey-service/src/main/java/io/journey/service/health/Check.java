package io.journey.service.health;

/**
 * One thing that must be so.
 *
 * @param name what is checked, for example database
 * @param reason what is known about it; says what is wrong when it is not up
 */
public record Check(String name, boolean up, String reason) {}
