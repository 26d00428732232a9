package io.journey.sink.http;

import java.net.URI;
import java.util.Optional;

/**
 * Whom the sink asks about single customers, and who may ask the sink.
 *
 * @param streams where an instance of the streams application answers; empty for nowhere
 * @param streamsToken shown to it; empty for none
 * @param pageToken that whoever asks must show; empty lets everybody ask
 */
public record CustomerSettings(Optional<URI> streams, String streamsToken, String pageToken) {

    /** Nobody can be asked. */
    public static final CustomerSettings NONE = new CustomerSettings(Optional.empty(), "", "");

    /** Without the tokens, which are secrets. */
    @Override
    public String toString() {
        return "customers at " + streams.map(URI::toString).orElse("nowhere");
    }
}
