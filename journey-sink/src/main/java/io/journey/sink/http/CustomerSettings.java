package io.journey.sink.http;

import io.journey.events.tls.CertificateStore;
import java.net.URI;
import java.util.Optional;

/**
 * Whom the sink asks about single customers, and who may ask the sink.
 *
 * @param streams where an instance of the streams application answers; empty for nowhere
 * @param streamsToken shown to it; empty for none
 * @param trusted certificates of that instance; empty for those that Java trusts
 * @param pageToken that whoever asks must show; empty lets everybody ask
 */
public record CustomerSettings(
        Optional<URI> streams, String streamsToken, Optional<CertificateStore> trusted, String pageToken) {

    /** Nobody can be asked. */
    public static final CustomerSettings NONE = new CustomerSettings(Optional.empty(), "", Optional.empty(), "");

    /** Without the tokens, which are secrets. */
    @Override
    public String toString() {
        return "customers at " + streams.map(URI::toString).orElse("nowhere");
    }
}
