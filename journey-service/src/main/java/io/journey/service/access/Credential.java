package io.journey.service.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request must show in its Authorization header, compared without telling by its time how much of it was right. */
public final class Credential {

    private final String scheme;
    private final byte[] expected;

    private Credential(String scheme, byte[] expected) {
        this.scheme = scheme + " ";
        this.expected = expected;
    }

    /** A token; none where it is empty, which asks for nothing. */
    public static Optional<Credential> bearer(String token) {
        return token.isEmpty()
                ? Optional.empty()
                : Optional.of(new Credential("Bearer", token.getBytes(StandardCharsets.UTF_8)));
    }

    /** A user and a password. */
    public static Credential basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credential("Basic", Base64.getEncoder().encode(pair));
    }

    /** Whether the header shows it. */
    public boolean isShownBy(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(scheme)
                && MessageDigest.isEqual(
                        expected,
                        authorization.substring(scheme.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
