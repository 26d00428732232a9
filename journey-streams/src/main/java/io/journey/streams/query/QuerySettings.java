package io.journey.streams.query;

import io.journey.events.tls.CertificateStore;
import io.journey.streams.http.Listener;
import java.net.URI;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Where an instance answers questions about customers.
 *
 * @param listen host and port; port 0 for a free one
 * @param advertised how others reach it; empty for the address it listens on
 * @param token that every question must show; empty for none
 * @param certificate shown by every instance, over TLS; empty for plain HTTP
 * @param trusted certificates of the other instances; empty for those that Java trusts
 */
public record QuerySettings(
        HostInfo listen,
        Optional<HostInfo> advertised,
        String token,
        Optional<CertificateStore> certificate,
        Optional<CertificateStore> trusted) {

    /** Where an instance is asked. */
    URI address(HostInfo instance) {
        return Listener.address(instance.host(), instance.port(), certificate.isPresent());
    }

    /** Without the token, which is a secret. */
    @Override
    public String toString() {
        return "queries at " + listen.host() + ":" + listen.port();
    }
}
