package io.journey.local.dependencies;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code .ci/scan} against a server that answers as OSV's documentation says. */
class ScanTest {

    private static final Path SCRIPT =
            Path.of("..").toAbsolutePath().normalize().resolve(".ci").resolve("scan");
    private static final String TWO = """
            {"components": [
              {"name": "kept", "purl": "pkg:maven/org.example/kept@2.0?type=jar"},
              {"name": "leaky", "purl": "pkg:maven/org.example/leaky@1.0?type=jar"},
              {"name": "a file without an address"}]}
            """;

    @TempDir
    Path folder = Path.of("");

    private final Deque<String> answers = new ArrayDeque<>();
    private final Deque<String> questions = new ArrayDeque<>();
    private HttpServer database;

    private record Scan(int code, String said) {}

    @BeforeEach
    void open() throws IOException {
        database = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        database.createContext("/v1/querybatch", exchange -> {
            questions.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = answers.remove().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(answer);
            }
        });
        database.start();
    }

    @AfterEach
    void close() {
        database.stop(0);
    }

    @Test
    void aKnownVulnerabilityIsNamedAndFails() throws Exception {
        answers.add("{\"results\": [{}, {\"vulns\": [{\"id\": \"GHSA-1\"}], \"next_page_token\": \"more\"}]}");
        answers.add("{\"results\": [{\"vulns\": [{\"id\": \"GHSA-2\"}]}]}");

        Scan scan = scan(TWO);

        assertThat(scan.said()).isEqualTo("""
                        pkg:maven/org.example/leaky@1.0 GHSA-1
                        pkg:maven/org.example/leaky@1.0 GHSA-2
                        2 components, 2 known vulnerabilities that are not accepted
                        """);
        assertThat(scan.code()).isEqualTo(1);
        assertThat(questions.getLast())
                .isEqualTo("{\"queries\": [{\"package\": {\"purl\": \"pkg:maven/org.example/leaky@1.0\"},"
                        + " \"page_token\": \"more\"}]}");
    }

    @Test
    void noneIsFine() throws Exception {
        answers.add("{\"results\": [{}, {}]}");

        assertThat(scan(TWO)).isEqualTo(new Scan(0, "2 components, 0 known vulnerabilities that are not accepted\n"));
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsTold() throws Exception {
        database.stop(0);

        Scan scan = scan(TWO);

        assertThat(scan.code()).isEqualTo(3);
        assertThat(scan.said()).startsWith("NOT SCANNED: the vulnerability database at http://127.0.0.1:");
    }

    @Test
    void whatIsNoBillIsTold() throws Exception {
        assertThat(scan("[]").code()).isEqualTo(2);
        assertThat(scan("{\"components\": []}").code()).isEqualTo(2);
    }

    private Scan scan(String bill) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("bom.json"), bill);
        ProcessBuilder scanning = new ProcessBuilder(List.of("python3", SCRIPT.toString(), file.toString()));
        scanning.environment()
                .put("OSV_URL", "http://127.0.0.1:" + database.getAddress().getPort());
        Process process = scanning.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Scan(process.waitFor(), said);
    }
}
