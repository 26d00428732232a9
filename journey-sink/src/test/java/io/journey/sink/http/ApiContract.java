package io.journey.sink.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journey.service.health.Check;
import io.journey.service.health.Health;
import io.journey.sink.database.Batch;
import io.journey.sink.database.BatchWriter;
import io.journey.sink.database.Database;
import io.journey.sink.database.OffsetStore;
import io.journey.sink.database.Progress;
import io.journey.sink.database.StoredOffset;
import io.journey.sink.table.Change;
import io.journey.sink.table.RecordReader;
import io.journey.sink.testing.SampleJourney;
import io.journey.sink.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The HTTP API over real HTTP; a class a database extends it. */
abstract class ApiContract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TopicPartition PARTITION = new TopicPartition("journey.funnel.v1", 0);
    private static final Uuid TOPIC_ID = new Uuid(7, 7);
    private static final String CELL = "journey=shop&window=day&windowStart=2026-03-01T00:00:00.000Z";

    private final HttpClient client = HttpClient.newHttpClient();
    private Database database;
    private BatchWriter writer;
    private HttpServer server;

    @BeforeEach
    void start(@TempDir Path directory) throws SQLException {
        database = Database.open(kind().fresh(directory));
        writer = new BatchWriter(database);
        new OffsetStore(database).begin(Map.of(PARTITION, new StoredOffset(TOPIC_ID, 0)));
        write(0, SampleJourney.records());
        Health health = new Health() {
            @Override
            public List<Check> live() {
                return List.of(new Check("loop", true, "running"));
            }

            @Override
            public List<Check> ready() {
                return List.of(new Check("database", false, "refused"));
            }
        };
        server = new HttpServer(
                new HttpSettings("127.0.0.1", 0, 2, 10_000, CustomerSettings.NONE, AccessSettings.OPEN),
                database,
                health,
                () -> "# no meters\n",
                Map.of("service", "journey-sink"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        database.close();
    }

    abstract TestDatabase kind();

    @Test
    void definitionsComeWithTheirStagesInOrder() throws Exception {
        assertThat(json("/api/v1/definitions")).isEqualTo(JSON.readTree("""
                                [{"journey":"shop","version":1,"timeZone":"Europe/Berlin","conversionStage":"paid",
                                  "conversionWindowMs":86400000,"windows":["day","month"],
                                  "segments":[[],["entryChannel"]],
                                  "stages":[
                                   {"stage":"browsing","position":0,"exit":false,"initial":true,"lapseAfterMs":3600000,"targetDwellMs":60000},
                                   {"stage":"basket","position":1,"exit":false,"initial":false,"lapseAfterMs":3600000,"targetDwellMs":null},
                                   {"stage":"paid","position":2,"exit":false,"initial":false,"lapseAfterMs":3600000,"targetDwellMs":null},
                                   {"stage":"lost","position":3,"exit":true,"initial":false,"lapseAfterMs":null,"targetDwellMs":null}]}]"""));
    }

    @Test
    void windowsAscendAndSegmentsBeginWithTheWhole() throws Exception {
        assertThat(json("/api/v1/windows?journey=shop&window=day").toString())
                .isEqualTo("[\"2026-03-01T00:00:00.000Z\",\"2026-03-02T00:00:00.000Z\"]");
        assertThat(json("/api/v1/windows?journey=shop&window=month").toString()).isEqualTo("[]");
        assertThat(json("/api/v1/segments?journey=shop").toString())
                .isEqualTo("[\"\",\"entryChannel=app\",\"entryChannel=web\"]");
    }

    @Test
    void theFunnelIsInOrderOfPositionAndItsAmountsAreText() throws Exception {
        assertThat(json("/api/v1/funnel?" + CELL)).isEqualTo(JSON.readTree("""
                                [{"stage":"browsing","position":0,"journeys":10,"reached":10,"converted":2,"value":"1250.5"},
                                 {"stage":"basket","position":1,"journeys":10,"reached":5,"converted":2,"value":"1250.5"},
                                 {"stage":"paid","position":2,"journeys":10,"reached":2,"converted":2,"value":"1250.5"}]"""));
    }

    @Test
    void aSegmentIsAnsweredForItself() throws Exception {
        JsonNode web = json("/api/v1/funnel?" + CELL + "&segment=entryChannel%3Dweb");

        assertThat(web).hasSize(3);
        assertThat(web.get(0).get("journeys").asLong()).isEqualTo(5);
    }

    @Test
    void conversionsComeInTheOrderOfTheStages() throws Exception {
        assertThat(json("/api/v1/stage-conversions?" + CELL)).isEqualTo(JSON.readTree("""
                                [{"fromStage":"browsing","toStage":"basket","entered":10,"converted":0,"p50Ms":null,"p90Ms":null,"p99Ms":null},
                                 {"fromStage":"browsing","toStage":"paid","entered":10,"converted":2,"p50Ms":1000,"p90Ms":1000,"p99Ms":1000},
                                 {"fromStage":"basket","toStage":"paid","entered":5,"converted":2,"p50Ms":1000,"p90Ms":1000,"p99Ms":1000}]"""));
    }

    @Test
    void outcomesShowEveryWayAVisitEnds() throws Exception {
        assertThat(json("/api/v1/stage-outcomes?" + CELL)).isEqualTo(JSON.readTree("""
                                [{"stage":"browsing","visits":10,"open":1,"endedAdvance":9,"endedSkip":0,"endedRegress":0,"endedExit":0,
                                  "endedComplete":0,"endedLapse":0,"dwellP50Ms":10,"dwellP90Ms":20,"dwellP99Ms":30,"touchesP50":1,"touchesP90":2,"touchesP99":null},
                                 {"stage":"basket","visits":5,"open":1,"endedAdvance":4,"endedSkip":0,"endedRegress":0,"endedExit":0,
                                  "endedComplete":0,"endedLapse":0,"dwellP50Ms":10,"dwellP90Ms":20,"dwellP99Ms":30,"touchesP50":1,"touchesP90":2,"touchesP99":null}]"""));
    }

    @Test
    void flowsBeginAtStartAndEndAtEnd() throws Exception {
        assertThat(json("/api/v1/stage-flows?" + CELL)).isEqualTo(JSON.readTree("""
                                [{"fromStage":"START","toStage":"browsing","transitions":10},
                                 {"fromStage":"browsing","toStage":"basket","transitions":5},
                                 {"fromStage":"basket","toStage":"browsing","transitions":1},
                                 {"fromStage":"basket","toStage":"END","transitions":3}]"""));
    }

    @Test
    void occupancyAndBalanceNeedNoWindow() throws Exception {
        assertThat(json("/api/v1/occupancy?journey=shop")).isEqualTo(JSON.readTree("""
                                [{"stage":"browsing","journeys":4},{"stage":"paid","journeys":4},{"stage":"lost","journeys":4}]"""));
        assertThat(json("/api/v1/balance?journey=shop")).isEqualTo(JSON.readTree("""
                                [{"source":"app","read":5,"inJourneys":5,"duplicate":0,"rejected":0},
                                 {"source":"web","read":12,"inJourneys":9,"duplicate":2,"rejected":1}]"""));
    }

    @Test
    void allFaultsOfARequestComeAtOnceWithWhatWasExpected() throws Exception {
        HttpResponse<String> answer =
                get("/api/v1/funnel?journey=shop&window=hour&windowStart=yesterday&segment=persona%3Dx&limit=3");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        JsonNode faults = JSON.readTree(answer.body()).get("faults");
        assertThat(faults.findValuesAsText("parameter"))
                .containsExactlyInAnyOrder("window", "windowStart", "segment", "limit");
        assertThat(answer.body())
                .contains("day, month")
                .contains("an instant, one of those of /api/v1/windows")
                .contains("empty for the whole, entryChannel=…");
    }

    @Test
    void missingAndRepeatedParametersAreFaults() throws Exception {
        assertThat(get("/api/v1/funnel?journey=shop&window=day").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/balance").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/balance?journey=shop&journey=shop").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/v1/definitions?journey=shop").statusCode()).isEqualTo(400);
    }

    @Test
    void anUnknownJourneyIs404AndNamesTheKnownOnes() throws Exception {
        HttpResponse<String> answer = get("/api/v1/balance?journey=sh%27op");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).get("message").asText())
                .isEqualTo("journey sh'op is not known; known: shop");
        assertThat(get("/api/v1/nothing").statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(get("/api/v1/nothing").body()).get("status").asInt())
                .isEqualTo(404);
    }

    @Test
    void anAnswerIsSentAgainOnlyAfterTheTablesHaveChanged() throws Exception {
        String path = "/api/v1/occupancy?journey=shop";
        String tag = get(path).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> unchanged = get(path, "If-None-Match", "\"other\", " + tag);
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();

        write(100, List.of());
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesTheStrictHeaders() throws Exception {
        for (String path : List.of("/api/v1/definitions", "/api/v1/nothing", "/health/live", "/metrics")) {
            assertThat(get(path).headers().map())
                    .as(path)
                    .containsEntry(
                            "Content-Security-Policy",
                            List.of("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
                                    + "form-action 'none'; frame-ancestors 'none'"))
                    .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                    .containsEntry("Cache-Control", List.of("no-cache"));
        }
    }

    @Test
    void nothingButReadingIsAllowed() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(server.uri().resolve("/api/v1/definitions"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void healthSaysWhatIsWrong() throws Exception {
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body())
                .isEqualTo(
                        "{\"status\":\"DOWN\",\"checks\":[{\"name\":\"database\",\"up\":false,\"reason\":\"refused\"}]}");
    }

    @Test
    void noticesTellOfNewDataAndStreamsAreLimited() throws Exception {
        try (Notices first = new Notices();
                Notices second = new Notices()) {
            int version = first.next();
            assertThat(second.next()).isEqualTo(version);
            assertThat(get("/api/v1/events", "Accept", "text/event-stream").statusCode())
                    .isEqualTo(503);

            write(100, List.of());

            assertThat(first.next()).isEqualTo(version + 1);
            assertThat(second.next()).isEqualTo(version + 1);
        }
    }

    /** A stream of notices, read as an EventSource reads it. */
    private final class Notices implements AutoCloseable {
        private final BufferedReader lines;

        Notices() throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(server.uri().resolve("/api/v1/events"))
                    .header("Accept", "text/event-stream")
                    .build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        /** Version of the next notice. */
        int next() throws IOException {
            String line = lines.readLine();
            while (!line.startsWith("data:")) {
                line = lines.readLine();
            }
            return JSON.readTree(line.substring("data:".length()))
                    .get("version")
                    .asInt();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private void write(long from, List<SampleJourney.Published> records) throws SQLException {
        List<Change> changes = new ArrayList<>();
        for (SampleJourney.Published record : records) {
            changes.add(RecordReader.read(record.table(), record.key(), record.value()));
        }
        long to = records.isEmpty() ? from + 1 : 100;
        writer.write(new Batch(List.of(new Progress(PARTITION, TOPIC_ID, from, to)), changes));
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path.substring(1)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
