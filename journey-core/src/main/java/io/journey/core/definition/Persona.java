package io.journey.core.definition;

/**
 * A kind of customer.
 *
 * @param id name, unique in its definition
 * @param when condition on the customer's profile
 */
public record Persona(String id, Condition when) {}
