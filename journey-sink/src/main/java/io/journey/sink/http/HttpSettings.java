package io.journey.sink.http;

/**
 * Where the HTTP server listens.
 *
 * @param port 0 for a free one
 * @param eventClients most clients that may hold a stream of notices open
 * @param customers whom to ask about single customers
 */
public record HttpSettings(String host, int port, int eventClients, CustomerSettings customers) {}
