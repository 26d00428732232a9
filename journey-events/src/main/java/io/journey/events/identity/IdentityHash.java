package io.journey.events.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Replaces the values of some namespaces by their salted SHA-256, so that raw addresses never reach a topic.
 *
 * @param namespaces those whose values are replaced
 * @param salt put before the value; the same everywhere, or the same person gets two names
 */
public record IdentityHash(Set<String> namespaces, String salt) {

    /** Replaces nothing. */
    public static final IdentityHash NONE = new IdentityHash(Set.of(), "");

    private static final String PREFIX = "sha256-";
    private static final Pattern HASHED = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    public IdentityHash {
        namespaces = Set.copyOf(namespaces);
    }

    /** The value under which an identity travels; one that has been replaced already stays as it is. */
    public String apply(String namespace, String value) {
        if (!namespaces.contains(namespace) || HASHED.matcher(value).matches()) {
            return value;
        }
        return PREFIX + HexFormat.of().formatHex(sha256(salt + value));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Without the salt, which is a secret. */
    @Override
    public String toString() {
        return "SHA-256 of " + namespaces;
    }
}
