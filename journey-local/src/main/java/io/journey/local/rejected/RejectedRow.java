package io.journey.local.rejected;

import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A row of the rejected topic.
 *
 * @param headers those of the original record
 */
record RejectedRow(RejectedKey key, Rejected value, Headers headers) {

    /** Header of a record that was sent again: which rejected record it is. */
    static final String REPLAYED_FROM = "journey.replayed.from";

    RejectedId id() {
        return RejectedId.of(key);
    }

    /** The record that all of this began with: itself, or what it was sent again from. */
    String root() {
        return replayedFrom(headers).orElseGet(() -> id().toString());
    }

    static Optional<String> replayedFrom(Headers headers) {
        return Optional.ofNullable(headers.lastHeader(REPLAYED_FROM))
                .map(Header::value)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    Optional<byte[]> originalKey() {
        return bytes(value.getOriginalKey());
    }

    Optional<byte[]> originalValue() {
        return bytes(value.getOriginalValue());
    }

    private static Optional<byte[]> bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return Optional.empty();
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return Optional.of(bytes);
    }
}
