package io.journey.streams.query;

import io.journey.events.tls.CertificateStore;
import io.journey.events.tls.Tls;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Asks an instance's query endpoint. Safe for use by many threads. */
public final class QueryClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final String token;

    /**
     * @param token shown to the endpoint; empty for none
     * @param trusted certificates of endpoints with TLS; empty for those that Java trusts
     */
    public QueryClient(String token, Optional<CertificateStore> trusted) {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(PATIENCE);
        trusted.ifPresent(store -> client.sslContext(Tls.trusting(store).context("truststore")));
        this.http = client.build();
        this.token = token;
    }

    /**
     * @param instance its address, for example {@code http://host:port}
     */
    public Answer ask(URI instance, Question question) throws InterruptedException {
        try {
            HttpResponse<String> response = get(instance, path(question));
            return response.statusCode() == 200
                    ? new Answer.Found(QueryJson.customer(response.body()))
                    : failed(response);
        } catch (SSLException untrusted) {
            return new Answer.NotNow("the instance at " + instance.getAuthority()
                    + " is not trusted, or speaks no TLS: " + untrusted.getMessage());
        } catch (IOException gone) {
            return new Answer.NotNow("the instance at " + instance.getAuthority() + " does not answer");
        }
    }

    /**
     * Ids of the journeys that an instance can be asked about.
     *
     * @throws IOException when it does not answer, or not with a list; its message names no identity
     */
    public List<String> journeys(URI instance) throws IOException, InterruptedException {
        HttpResponse<String> response = get(instance, "/v1/journeys");
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode() + " " + QueryJson.message(response.body()));
        }
        return QueryJson.journeys(response.body());
    }

    private HttpResponse<String> get(URI instance, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(instance.resolve(path)).timeout(PATIENCE);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String path(Question question) {
        return "/v1/journeys/" + encoded(question.journey()) + "/identities/" + encoded(question.identity())
                + (question.part() == Question.Part.ALL
                        ? ""
                        : "?part=" + question.part().name().toLowerCase(Locale.ROOT));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Answer failed(HttpResponse<String> response) {
        String said = QueryJson.message(response.body());
        String reason = said.isEmpty() ? "HTTP " + response.statusCode() : said;
        return switch (response.statusCode()) {
            case 404 -> new Answer.Unknown(reason);
            case 503 -> new Answer.NotNow(reason);
            default -> new Answer.Refused(response.statusCode(), reason);
        };
    }
}
