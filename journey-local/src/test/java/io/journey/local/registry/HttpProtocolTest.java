package io.journey.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RegistryExtension.class)
class HttpProtocolTest {

    private static final String V1 = "application/vnd.schemaregistry.v1+json";
    private static final String UNVERSIONED = "application/vnd.schemaregistry+json";
    private static final String JSON = "application/json";

    @Test
    void answersInTheFormTheClientAccepts(RegistryClient registry) {
        assertThat(typeAccepting(registry, "*/*")).isEqualTo(V1);
        assertThat(typeAccepting(registry, V1)).isEqualTo(V1);
        assertThat(typeAccepting(registry, UNVERSIONED)).isEqualTo(UNVERSIONED);
        assertThat(typeAccepting(registry, JSON + "; q=0.5")).isEqualTo(JSON);
        assertThat(typeAccepting(registry, "text/html, " + JSON)).isEqualTo(JSON);
        assertThat(registry.exchange(plain(registry, "/subjects")
                                .header("Accept", "text/html")
                                .GET())
                        .statusCode())
                .isEqualTo(406);
        assertThat(contentType(registry.exchange(plain(registry, "/subjects").GET())))
                .isEqualTo(V1);
    }

    private static String typeAccepting(RegistryClient registry, String accept) {
        return contentType(registry.exchange(
                plain(registry, "/subjects").header("Accept", accept).GET()));
    }

    @Test
    void readsBodiesUnderEachNameOfJson(RegistryClient registry) {
        for (String type : new String[] {V1, UNVERSIONED, JSON, "application/octet-stream", V1 + "; charset=utf-8"}) {
            assertThat(postAs(registry, type).statusCode()).as(type).isEqualTo(200);
        }
        assertThat(registry.exchange(plain(registry, "/subjects/s/versions").POST(schema()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(postAs(registry, "text/plain").statusCode()).isEqualTo(415);
    }

    private static HttpResponse<String> postAs(RegistryClient registry, String type) {
        return registry.exchange(plain(registry, "/subjects/s/versions")
                .header("Content-Type", type)
                .POST(schema()));
    }

    private static HttpRequest.BodyPublisher schema() {
        return BodyPublishers.ofString(RegistryClient.schema(Schemas.STRING));
    }

    @Test
    void requestsThatAreNoneAreRefusedByHttpItself(RegistryClient registry) {
        new Conversation(registry)
                .ask("GET /nowhere", 404, "{error_code: 404}")
                .ask("GET /schemas/ids/one", 404, "{error_code: 404}")
                .ask("GET /subjects?limit=many", 404, "{error_code: 404}")
                .ask("DELETE /subjects", 405, "{error_code: 405}")
                .ask("POST /subjects/s/versions", "no json", 400, "{error_code: 400}")
                .ask("POST /subjects/s/versions", "[]", 400, "{error_code: 400}")
                .ask("POST /subjects/s/versions", "null", 422, "{error_code: 422}")
                .ask("POST /subjects/s/versions", "", 422, "{error_code: 422}")
                .ask("GET /subjects/", 200, "[]");
    }

    @Test
    void answersAreNotCachedAndAHeadIsAGetWithoutBody(RegistryClient registry) {
        HttpResponse<String> head =
                registry.exchange(plain(registry, "/subjects").method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Cache-Control")).contains("no-cache, no-store, must-revalidate");
        assertThat(head.headers().firstValue("X-XSS-Protection")).contains("1; mode=block");
    }

    @Test
    void aGuardedRegistryLetsInWhoKnowsThePassword(RegistrySettings settings) {
        BasicCredentials credentials = new BasicCredentials("ada", "geheim: 1ä");
        try (EmbeddedRegistry guarded = EmbeddedRegistry.start(settings.guardedBy(credentials))) {
            RegistryClient registry = new RegistryClient(HttpClient.newHttpClient(), guarded.uri());

            assertThat(statusWith(registry, "ada:geheim: 1ä")).isEqualTo(200);
            assertThat(statusWith(registry, "ada:wrong")).isEqualTo(401);
            HttpResponse<String> stranger =
                    registry.exchange(registry.request("/subjects").GET());
            assertThat(stranger.statusCode()).isEqualTo(401);
            assertThat(stranger.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic"));
            assertThat(credentials.toString()).doesNotContain("geheim");
        }
    }

    private static int statusWith(RegistryClient registry, String pair) {
        String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return registry.exchange(registry.request("/subjects")
                        .header("Authorization", "Basic " + encoded)
                        .GET())
                .statusCode();
    }

    private static HttpRequest.Builder plain(RegistryClient registry, String path) {
        return HttpRequest.newBuilder(URI.create(registry.registry() + path));
    }

    private static String contentType(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("none");
    }
}
