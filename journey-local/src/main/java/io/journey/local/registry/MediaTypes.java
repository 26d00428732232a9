package io.journey.local.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The media types of the protocol, all of which are JSON under different names. */
final class MediaTypes {

    /** From the one the server prefers to the one it likes least. */
    private static final List<String> ANSWERED = List.of(
            "application/vnd.schemaregistry.v1+json", "application/vnd.schemaregistry+json", "application/json");

    /** What a client sends that does not say what it sends. */
    private static final String UNSPECIFIED = "application/octet-stream";

    private static final List<String> WILDCARDS = List.of("*/*", "application/*");

    private MediaTypes() {}

    static boolean readable(String contentType) {
        String type = essence(contentType);
        return ANSWERED.contains(type) || type.equals(UNSPECIFIED);
    }

    /** The type to answer with; empty when the client accepts none of them. */
    static Optional<String> negotiate(String accept) {
        List<String> accepted =
                Arrays.stream(accept.split(",")).map(MediaTypes::essence).toList();
        if (accepted.stream().anyMatch(WILDCARDS::contains)) {
            return Optional.of(ANSWERED.get(0));
        }
        return ANSWERED.stream().filter(accepted::contains).findFirst();
    }

    private static String essence(String type) {
        return type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
}
