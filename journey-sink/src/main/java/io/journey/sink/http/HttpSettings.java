package io.journey.sink.http;

import java.util.Set;

/**
 * Where the HTTP server listens.
 *
 * @param port 0 for a free one
 * @param eventClients most clients that may hold a stream of notices open
 * @param requestsPerSecond that one address may make in the mean
 * @param customers whom to ask about single customers
 * @param access who may use all of it
 */
public record HttpSettings(
        String host,
        int port,
        int eventClients,
        int requestsPerSecond,
        CustomerSettings customers,
        AccessSettings access) {

    /** Whether only this machine reaches it. */
    boolean isLoopback() {
        return Set.of("127.0.0.1", "::1", "localhost").contains(host);
    }
}
