package io.journey.sink.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The token for single customers, compared without telling by its time how much of it was right. */
final class PageToken {

    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    /**
     * @param token empty for none
     */
    PageToken(String token) {
        this.expected = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether it is asked for at all. */
    boolean isSet() {
        return expected.length > 0;
    }

    /** Whether it is set and the header shows it. */
    boolean isShownBy(@Nullable String authorization) {
        return isSet()
                && authorization != null
                && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        expected,
                        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
