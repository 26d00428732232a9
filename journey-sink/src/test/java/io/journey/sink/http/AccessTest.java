package io.journey.sink.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.service.health.Check;
import io.journey.service.health.Health;
import io.journey.sink.database.Database;
import io.journey.sink.testing.TestDatabase;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, and over which connection. */
class AccessTest {

    private static final String SECRET = "pass:wörd";
    private static final int RATE = 100;

    private static final Health UP = new Health() {
        @Override
        public List<Check> live() {
            return List.of();
        }

        @Override
        public List<Check> ready() {
            return List.of();
        }
    };

    @TempDir
    private Path folder;

    private Database database;
    private HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void open() {
        database = Database.open(TestDatabase.DUCKDB.fresh(folder));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private HttpServer started(String pageToken, AccessSettings access) {
        HttpServer server = new HttpServer(
                new HttpSettings(
                        "127.0.0.1",
                        0,
                        2,
                        RATE,
                        new CustomerSettings(Optional.empty(), "", Optional.empty(), pageToken),
                        access),
                database,
                UP,
                () -> "",
                Map.of());
        server.start();
        return server;
    }

    private int status(HttpServer server, String path, String... authorization) throws Exception {
        return answer(server.uri().resolve(path), authorization).statusCode();
    }

    private HttpResponse<String> answer(URI uri, String... authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        for (String value : authorization) {
            request.header("Authorization", value);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void onlyTheUserGetsToThePageAndTheApi() throws Exception {
        try (HttpServer server = started("", new AccessSettings("ada", SECRET, Optional.empty(), ""))) {
            for (String path : List.of("/", "/js/customers.js", "/api/v1/definitions", "/api/v1/events", "/nothing")) {
                assertThat(status(server, path)).as(path).isEqualTo(401);
                assertThat(status(server, path, basic("ada", "wrong"))).as(path).isEqualTo(401);
                assertThat(status(server, path, basic("bob", SECRET))).as(path).isEqualTo(401);
                assertThat(status(server, path, "Bearer ")).as(path).isEqualTo(401);
            }
            assertThat(answer(server.uri()).headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Basic"));
            assertThat(status(server, "/", basic("ada", SECRET))).isEqualTo(200);
            assertThat(status(server, "/api/v1/definitions", basic("ada", SECRET)))
                    .isEqualTo(200);
        }
    }

    @Test
    void machinesAreNotAskedForIt() throws Exception {
        try (HttpServer server = started("", new AccessSettings("ada", SECRET, Optional.empty(), ""))) {
            for (String path : List.of("/health/live", "/health/ready", "/metrics", "/info")) {
                assertThat(status(server, path)).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    void theTokenForCustomersOpensTheGateTooBecauseARequestShowsOnlyOne() throws Exception {
        try (HttpServer server = started("t0ken", new AccessSettings("ada", SECRET, Optional.empty(), ""))) {
            assertThat(status(server, "/api/v1/customers", "Bearer t0ken")).isEqualTo(200);
            assertThat(status(server, "/api/v1/customers", "Bearer wrong")).isEqualTo(401);
        }
    }

    @Test
    void withACertificateEverythingIsEncrypted() throws Exception {
        Path keystore = folder.resolve("server.p12");
        certificate(keystore);
        try (HttpServer server = started("", new AccessSettings("", "", Optional.of(keystore), "changeit"))) {
            assertThat(server.uri().getScheme()).isEqualTo("https");
            client = HttpClient.newBuilder().sslContext(trusting(keystore)).build();
            assertThat(status(server, "/api/v1/definitions")).isEqualTo(200);
        }
    }

    @Test
    void whoAsksTooOftenIsTurnedAwayForAWhile() throws Exception {
        try (HttpServer server = started("", AccessSettings.OPEN)) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.uri().resolve("/info")).build();
            List<CompletableFuture<HttpResponse<Void>>> flood = Stream.generate(
                            () -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                    .limit(20L * RATE)
                    .toList();
            List<Integer> answers =
                    flood.stream().map(each -> each.join().statusCode()).toList();

            assertThat(answers).contains(200, 429).containsOnly(200, 429);
            int afterwards = status(server, "/info");
            while (afterwards == 429) {
                afterwards = status(server, "/info");
            }
            assertThat(afterwards).isEqualTo(200);
        }
    }

    @Test
    void aRequestThatIsTooLongIsRefused() throws Exception {
        try (HttpServer server = started("", AccessSettings.OPEN)) {
            assertThat(status(server, "/api/v1/definitions?x=" + "x".repeat(20_000)))
                    .isEqualTo(414);
            assertThat(status(server, "/api/v1/definitions", "Bearer " + "x".repeat(20_000)))
                    .isEqualTo(431);
            assertThat(status(server, "/api/v1/definitions")).isEqualTo(200);
        }
    }

    private static void certificate(Path keystore) throws Exception {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        keystore.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keystore)) {
            store.load(file, "changeit".toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", store.getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
