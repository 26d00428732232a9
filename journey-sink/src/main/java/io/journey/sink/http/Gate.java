package io.journey.sink.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets nobody to the page and its API who is not the user that the settings name. Health, metrics and what runs here are
 * open: they are for machines, and say nothing about customers.
 */
final class Gate {

    private static final Set<String> OPEN = Set.of("/health/live", "/health/ready", "/metrics", "/info");
    private static final String BASIC = "Basic ";

    private final AccessSettings settings;
    private final byte[] expected;
    private final PageToken token;

    Gate(AccessSettings settings, PageToken token) {
        this.settings = settings;
        this.expected = Base64.getEncoder()
                .encode((settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8));
        this.token = token;
    }

    void addTo(RoutesConfig routes) {
        if (!settings.isOpen()) {
            routes.before(this::check);
        }
    }

    private void check(Context context) {
        String authorization = context.header("Authorization");
        if (OPEN.contains(context.path()) || isUser(authorization) || token.isShownBy(authorization)) {
            return;
        }
        context.header("WWW-Authenticate", "Basic realm=\"journey\", charset=\"UTF-8\"");
        throw new UnauthorizedResponse("user and password are missing or wrong");
    }

    private boolean isUser(@Nullable String authorization) {
        return authorization != null
                && authorization.startsWith(BASIC)
                && MessageDigest.isEqual(
                        expected,
                        authorization.substring(BASIC.length()).strip().getBytes(StandardCharsets.UTF_8));
    }
}
