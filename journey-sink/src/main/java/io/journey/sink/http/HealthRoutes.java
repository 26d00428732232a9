package io.journey.sink.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.journey.service.health.Check;
import io.journey.service.health.Health;
import io.journey.service.health.Report;
import java.util.List;

/** {@code /health/live} and {@code /health/ready}: 200 or 503, with each check and its reason. */
final class HealthRoutes {

    private final Health health;

    HealthRoutes(Health health) {
        this.health = health;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health/live", context -> report(context, health.live()));
        routes.get("/health/ready", context -> report(context, health.ready()));
    }

    private static void report(Context context, List<Check> checks) {
        Report report = Report.of(checks);
        context.status(report.httpStatus()).json(report);
    }
}
