package io.journey.events.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How the client says who it is. */
public sealed interface Credentials {

    /** Value of the Authorization header for a call to the base URL; empty for a call without one. */
    Optional<String> authorization(URI base);

    /** Credentials written into each base URL as {@code user:password@}; none where there are none. */
    record InUrl() implements Credentials {
        @Override
        public Optional<String> authorization(URI base) {
            return Optional.ofNullable(base.getUserInfo()).map(Credentials::basic);
        }
    }

    /** One {@code user:password} for all base URLs. */
    record UserInfo(String userInfo) implements Credentials {
        @Override
        public Optional<String> authorization(URI base) {
            return Optional.of(basic(userInfo));
        }

        @Override
        public String toString() {
            return "UserInfo[hidden]";
        }
    }

    /** A token that does not change. */
    record BearerToken(String token) implements Credentials {
        @Override
        public Optional<String> authorization(URI base) {
            return Optional.of("Bearer " + token);
        }

        @Override
        public String toString() {
            return "BearerToken[hidden]";
        }
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
