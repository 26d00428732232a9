package io.journey.local.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.v1.Touchpoint;
import io.journey.local.Ran;
import io.journey.local.SimulatedFile;
import io.journey.streams.query.Answer;
import io.journey.streams.query.Customer;
import io.journey.streams.query.Question;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EraseTest {

    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");

    @Test
    void afterwardsEverythingIsAsIfTheEventsHadNeverBeen(@TempDir Path erasing, @TempDir Path reference)
            throws Exception {
        Map<String, String> expected;
        try (Pipelines never = new Pipelines(reference, 1)) {
            never.send(Ada.others());
            never.awaitTouches(0, "customer:other-3", 4);
            expected = published(never.export(END));
        }
        try (Pipelines pipelines = new Pipelines(erasing, 2)) {
            Path token = Files.writeString(erasing.resolve("token"), Pipelines.TOKEN);
            pipelines.send(Ada.events());
            pipelines.send(Ada.others());
            pipelines.awaitTouches(0, Ada.CUSTOMER, Ada.TOUCHES);
            pipelines.awaitTouches(0, "customer:other-3", 4);

            Ran ran = erase(pipelines, token, Ada.CUSTOMER);

            assertThat(ran.exitCode()).as(ran.err()).isZero();
            assertThat(ran.out())
                    .contains("customer:42 in journey shop: 6 touches, 1 journeys. To be erased, events of")
                    .contains("  cookie:7  since 2026-02-01 09:00:00, until ")
                    .contains("  cookie:tablet  since 2026-02-01 09:00:00, until 2026-03-10 10:00:00")
                    .contains("by 4 erasures")
                    .contains("Receipts are in topic journey.erasures.v1");
            for (String identity : List.of(Ada.CUSTOMER, Ada.EMAIL, Ada.COOKIE)) {
                Answer answer = pipelines.ask(0, identity, Question.Part.ALL);
                Customer left = ((Answer.Found) answer).customer();
                assertThat(left.touchesInAll() + left.touchesOfOthers())
                        .as(identity)
                        .isZero();
                assertThat(left.erased()).hasSize(1);
                assertThat(left.owners()).isEmpty();
            }
            pipelines.send(List.of(late()));

            Path export = pipelines.export(END);
            assertThat(published(export)).isEqualTo(expected);
            assertThat(SimulatedFile.rows(export.resolve("rejected.jsonl")))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("reason").asText()).isEqualTo("ERASED"));

            Ran again = erase(pipelines, token, Ada.CUSTOMER);
            assertThat(again.exitCode()).isEqualTo(1);
            assertThat(again.err().lines())
                    .singleElement()
                    .asString()
                    .contains("nothing of customer:42 itself is kept");
        }
    }

    @Test
    void withoutYesAndAnAnswerNothingIsErased(@TempDir Path directory) throws Exception {
        try (Pipelines pipelines = new Pipelines(directory, 1)) {
            Path token = Files.writeString(directory.resolve("token"), Pipelines.TOKEN);
            pipelines.send(Ada.events());
            pipelines.awaitTouches(0, Ada.CUSTOMER, Ada.TOUCHES);

            InputStream before = System.in;
            System.setIn(new ByteArrayInputStream("no\n".getBytes(StandardCharsets.UTF_8)));
            Ran ran = Ran.command(arguments(pipelines, token, Ada.CUSTOMER).toArray(String[]::new));
            System.setIn(before);

            assertThat(ran.exitCode()).isEqualTo(1);
            assertThat(ran.out()).contains("Erase them for good? [y/N]");
            assertThat(ran.err()).isEqualToIgnoringNewLines("journey: nothing was erased");
            pipelines.awaitTouches(0, Ada.CUSTOMER, Ada.TOUCHES);
        }
    }

    private static Touchpoint late() {
        return Ada.event("e7", "2026-03-01T11:00:00Z", "page_viewed", Map.of("cookie", "7"));
    }

    private static Ran erase(Pipelines pipelines, Path token, String identity) throws IOException {
        List<String> arguments = arguments(pipelines, token, identity);
        arguments.add("--yes");
        return Ran.command(arguments.toArray(String[]::new));
    }

    private static List<String> arguments(Pipelines pipelines, Path token, String identity) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "erase",
                identity,
                "--url",
                pipelines.address(0).toString(),
                "--token-file",
                token.toString(),
                "--bootstrap-servers",
                pipelines.bootstrapServers(),
                "--registry",
                pipelines.registry()));
        arguments.addAll(pipelines.trust());
        return arguments;
    }

    /** All that is published but for what tells of the erasure: the balance and the rejected records. */
    private static Map<String, String> published(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        files.keySet().removeAll(List.of("balance.jsonl", "rejected.jsonl"));
        return files;
    }
}
