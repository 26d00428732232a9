package io.journey.local.house;

import io.journey.events.identity.IdentityHash;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.FileReason;
import io.journey.streams.config.StreamsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which identities are hashed before they are sent. */
public final class HashOptions {

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

    /** Puts the choice into the settings of an application. */
    public void into(Map<String, String> settings) throws IOException {
        if (salt != null) {
            settings.put(StreamsSettings.HASH_NAMESPACES, String.join(",", namespaces));
            settings.put(StreamsSettings.HASH_SALT, Files.readString(salt).strip());
        }
    }

    /** What becomes of identities by this choice. */
    public IdentityHash hash() {
        if (salt == null) {
            return IdentityHash.NONE;
        }
        try {
            return new IdentityHash(
                    Set.copyOf(namespaces), Files.readString(salt).strip());
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    "--salt-file " + salt + " cannot be read: " + FileReason.of(unreadable), unreadable);
        }
    }
}
