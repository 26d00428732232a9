package io.journey.streams.query;

/** What a question about a customer comes to. */
public sealed interface Answer {

    /** The identity is known. */
    record Found(Customer customer) implements Answer {}

    /** Nothing is known of the identity, or of the journey. */
    record Unknown(String reason) implements Answer {}

    /** It cannot be told now, for a reason that passes. */
    record NotNow(String reason) implements Answer {}

    /** The question is wrong, or not allowed. */
    record Refused(int status, String reason) implements Answer {}
}
