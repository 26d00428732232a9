package io.journey.sink.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.journey.events.tls.Tls;
import io.journey.service.access.Credential;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * {@code /api/v1/customers}: passes questions about single customers on to the streams application, which alone keeps
 * them, behind the page's token. Never logs a path, because it names a person.
 */
final class CustomerRoutes {

    private static final String PATH = "/api/v1/customers";
    private static final String SCHEME = "Bearer ";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LONGEST_IDENTITY = 1_100;

    /** What the streams application says that concerns who asks; all else is between it and the sink. */
    private static final Set<Integer> PASSED_ON = Set.of(200, 400, 404, 414, 503);

    private final CustomerSettings settings;
    private final Optional<Credential> token;
    private final HttpClient http;

    CustomerRoutes(CustomerSettings settings, Optional<Credential> token) {
        this.settings = settings;
        this.token = token;
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
        settings.trusted()
                .ifPresent(store -> client.sslContext(Tls.trusting(store).context("journey.streams.truststore")));
        this.http = client.build();
    }

    void addTo(RoutesConfig routes) {
        routes.get(
                PATH,
                context -> context.json(Map.of("available", settings.streams().isPresent())));
        routes.get(PATH + "/{identity}", this::customer);
    }

    private void customer(Context context) {
        context.header("Cache-Control", "no-store");
        URI streams = settings.streams().orElse(null);
        String identity = context.pathParam("identity");
        String journey = context.queryParam("journey");
        if (streams == null) {
            AnswerWriter.error(context, ErrorBody.of(404, "this sink has no journey.streams.url to ask"));
        } else if (token.isPresent() && !token.get().isShownBy(context.header("Authorization"))) {
            context.header("WWW-Authenticate", "Bearer");
            AnswerWriter.error(context, ErrorBody.of(401, "the access token is missing or wrong"));
        } else if (journey == null || journey.isEmpty()) {
            AnswerWriter.error(
                    context, ErrorBody.of(400, "journey missing: expected the id of a definition, see definitions"));
        } else if (identity.length() > LONGEST_IDENTITY) {
            AnswerWriter.error(context, ErrorBody.of(414, "longer than any identity"));
        } else {
            pass(context, streams.resolve("/v1/journeys/" + encoded(journey) + "/identities/" + encoded(identity)));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void pass(Context context, URI question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(question).timeout(PATIENCE);
        if (!settings.streamsToken().isEmpty()) {
            request.header("Authorization", SCHEME + settings.streamsToken());
        }
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (PASSED_ON.contains(answer.statusCode())) {
                context.status(answer.statusCode())
                        .contentType("application/json")
                        .result(answer.body());
            } else {
                String hint = answer.statusCode() == 401 ? ": check journey.streams.token" : "";
                away(context, "the streams application refuses this sink (HTTP " + answer.statusCode() + ")" + hint);
            }
        } catch (SSLException untrusted) {
            away(context, "the certificate at journey.streams.url is not trusted: check journey.streams.truststore");
        } catch (IOException gone) {
            away(context, "the streams application does not answer at journey.streams.url; ask again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            away(context, "the sink is stopping");
        }
    }

    private static void away(Context context, String message) {
        AnswerWriter.error(context, ErrorBody.of(HttpStatus.BAD_GATEWAY.getCode(), message));
    }
}
