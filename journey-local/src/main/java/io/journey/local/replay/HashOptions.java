package io.journey.local.replay;

import io.journey.streams.config.StreamsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which identities are hashed before they are sent. */
final class HashOptions {

    @Option(
            names = "--hash",
            required = true,
            split = ",",
            paramLabel = "NAMESPACE",
            description = "Replace identities of these namespaces by their salted SHA-256 before they reach a topic.")
    private List<String> namespaces = List.of();

    @Option(
            names = "--salt-file",
            required = true,
            paramLabel = "FILE",
            description = "File with the salt; white space around it does not count.")
    private @Nullable Path salt;

    void into(Map<String, String> settings) throws IOException {
        if (salt != null) {
            settings.put(StreamsSettings.HASH_NAMESPACES, String.join(",", namespaces));
            settings.put(StreamsSettings.HASH_SALT, Files.readString(salt).strip());
        }
    }
}
