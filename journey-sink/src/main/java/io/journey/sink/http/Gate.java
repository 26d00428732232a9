package io.journey.sink.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.UnauthorizedResponse;
import io.journey.service.access.Credential;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets nobody to the page and its API who is not the user that the settings name. Health, metrics and what runs here are
 * open: they are for machines, and say nothing about customers.
 */
final class Gate {

    private static final Set<String> OPEN = Set.of("/health/live", "/health/ready", "/metrics", "/info");

    private final AccessSettings settings;
    private final Credential user;
    private final Optional<Credential> token;

    /**
     * @param token for single customers, which opens the gate too: a request shows only one credential
     */
    Gate(AccessSettings settings, Optional<Credential> token) {
        this.settings = settings;
        this.user = Credential.basic(settings.user(), settings.password());
        this.token = token;
    }

    void addTo(RoutesConfig routes) {
        if (!settings.isOpen()) {
            routes.before(this::check);
        }
    }

    private void check(Context context) {
        String authorization = context.header("Authorization");
        boolean admitted = Stream.concat(Stream.of(user), token.stream())
                .anyMatch(credential -> credential.isShownBy(authorization));
        if (!admitted && !OPEN.contains(context.path())) {
            context.header("WWW-Authenticate", "Basic realm=\"journey\", charset=\"UTF-8\"");
            throw new UnauthorizedResponse("user and password are missing or wrong");
        }
    }
}
