package io.journey.sink.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.journey.sink.health.Check;
import io.journey.sink.health.Health;
import java.util.List;

/** {@code /health/live} and {@code /health/ready}: 200 or 503, with each check and its reason. */
final class HealthRoutes {

    private final Health health;

    HealthRoutes(Health health) {
        this.health = health;
    }

    private record Report(String status, List<Check> checks) {}

    void addTo(RoutesConfig routes) {
        routes.get("/health/live", context -> report(context, health.live()));
        routes.get("/health/ready", context -> report(context, health.ready()));
    }

    private static void report(Context context, List<Check> checks) {
        boolean up = checks.stream().allMatch(Check::up);
        context.status(up ? 200 : 503).json(new Report(up ? "UP" : "DOWN", checks));
    }
}
