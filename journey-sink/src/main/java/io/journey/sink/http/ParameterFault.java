package io.journey.sink.http;

/**
 * A query parameter that is missing or wrong.
 *
 * @param value as sent; empty when missing
 */
record ParameterFault(String parameter, String value, String expected) {}
