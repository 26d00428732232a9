package io.journey.streams.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The token that a request must show, compared without telling by its time how much of it was right. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    /**
     * @param token empty lets everybody in
     */
    BearerToken(String token) {
        this.expected = token.getBytes(StandardCharsets.UTF_8);
    }

    boolean admits(@Nullable String authorization) {
        if (expected.length == 0) {
            return true;
        }
        return authorization != null
                && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        expected,
                        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
