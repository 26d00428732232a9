package io.journey.streams.query;

import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Where an instance answers questions about customers.
 *
 * @param listen host and port; port 0 for a free one
 * @param advertised how others reach it; empty for the address it listens on
 * @param token that every question must show; empty for none
 */
public record QuerySettings(HostInfo listen, Optional<HostInfo> advertised, String token) {

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "queries at " + listen.host() + ":" + listen.port();
    }
}
