package io.journey.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyCommandTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo ",
                "replay ",
                "simulate ",
                "definition ",
                "definition validate ",
                "customer ",
                "erase ",
                "registry ",
                "topics ",
                "topics plan ",
                "topics apply ",
                "topics acls ",
                "schemas ",
                "schemas plan ",
                "schemas apply ",
                "doctor ",
                "rejected ",
                "rejected list ",
                "rejected show ",
                "rejected replay "
            })
    void everyCommandHasHelp(String command) {
        Ran ran = Ran.command((command + "--help").split(" "));

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("Usage: journey").contains("Exit codes:");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        Ran ran = Ran.command("--version");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).startsWith("journey 0.").doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "definition",
                "nonsense",
                "replay events.jsonl",
                "replay --definition d.yaml",
                "replay --definition d.yaml --as-of yesterday events.jsonl",
                "replay --definition d.yaml --registry http://127.0.0.1:1 events.jsonl",
                "replay --definition d.yaml --bootstrap-servers 127.0.0.1:1 events.jsonl",
                "replay --definition d.yaml --threads many events.jsonl",
                "replay --definition d.yaml --threads 0 events.jsonl",
                "replay --definition d.yaml --partitions 0 events.jsonl",
                "customer",
                "customer customer:42",
                "erase customer:42",
                "erase customer:42 --url http://127.0.0.1:1",
                "erase customer:42 --url http://127.0.0.1:1 --bootstrap-servers 127.0.0.1:1",
                "replay --definition d.yaml --topic-prefix a/b events.jsonl",
                "replay --definition d.yaml --bootstrap-servers 127.0.0.1:1 --registry localhost events.jsonl",
                "demo --rate 0",
                "demo --rate Infinity",
                "demo --port 70000",
                "simulate --events 0",
                "simulate --live",
                "simulate --diary shop.properties",
                "simulate --live --events 5 --bootstrap-servers 127.0.0.1:1 --registry http://127.0.0.1:1",
                "registry",
                "topics",
                "topics plan",
                "schemas",
                "schemas plan",
                "schemas plan --registry localhost",
                "doctor",
                "rejected",
                "rejected list",
                "rejected show --bootstrap-servers 127.0.0.1:1 --registry http://127.0.0.1:1 nowhere",
                "rejected replay --bootstrap-servers 127.0.0.1:1 --registry http://127.0.0.1:1",
                "topics plan --bootstrap-servers 127.0.0.1:1 --partitions none",
                "topics acls --principal nobody=User:x",
                "simulate --duplicates 2",
                "simulate --begin 2126-01-01T00:00:00Z"
            })
    void wrongUsageIsToldInOneLineThatNamesTheHelp(String line) {
        Ran ran = Ran.command(line.split(" "));

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .startsWith("journey: ")
                .contains("--help");
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(Ran.command().exitCode()).isEqualTo(2);
    }

    @Test
    void aWrongInstantIsToldWithAnExample() {
        assertThat(Ran.command("simulate", "--begin", "yesterday").err())
                .contains("--begin", "'yesterday' is no instant, expected one like 2012-03-31T00:00:00Z");
    }

    @Test
    void aCorrectDefinitionIsValid() throws IOException {
        Ran ran = Ran.command("definition", "validate", shop().toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).isEqualToIgnoringNewLines("1 definition checked, no faults");
    }

    @Test
    void everyFaultOfADefinitionIsToldWithFileLineAndKey() throws IOException {
        Path faulty = folder.resolve("faulty.yaml");
        String text = Files.readString(shop())
                .replace("conversion: {stage: experience", "conversion: {stage: nowhere")
                .replace("initialStage:", "initialstage:");
        Files.writeString(faulty, text);

        Ran ran = Ran.command("definition", "validate", faulty.toString());

        List<String> lines = ran.out().lines().toList();
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(lines).anyMatch(line -> line.matches(".*faulty\\.yaml:\\d+: conversion\\.stage: .*nowhere.*"));
        assertThat(lines).anyMatch(line -> line.matches(".*faulty\\.yaml:\\d+: initialstage: .*"));
        assertThat(lines.get(lines.size() - 1)).matches("1 definition checked, \\d+ faults");
    }

    @Test
    void aMissingFileIsAFaultInOneLine() {
        Ran ran =
                Ran.command("replay", "--definition", folder.resolve("no.yaml").toString(), "no.jsonl");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().lines()).singleElement().asString().contains("no.yaml");
    }

    @Test
    void aMissingEventFileIsToldBeforeAnythingStarts() throws IOException {
        Ran ran = Ran.command("replay", "--definition", shop().toString(), "no.jsonl", "neither.jsonl");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().lines()).containsExactly("journey: no readable file: no.jsonl, neither.jsonl");
    }

    @Test
    void aFolderThatCannotBeExportedToIsToldBeforeAnythingStarts() throws IOException {
        Path events = Files.createFile(folder.resolve("events.jsonl"));

        Ran ran = Ran.command(
                "replay", "--definition", shop().toString(), "--export", events.toString(), events.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().lines())
                .containsExactly("journey: --export " + events + " cannot be written: the file " + events
                        + " is in the way; choose another folder");
    }

    @Test
    void twoDefinitionsOfOneJourneyAreTold() throws IOException {
        String shop = shop().toString();

        Ran ran = Ran.command("replay", "--definition", shop, "--definition", shop, "events.jsonl");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().lines())
                .containsExactly("journey: two definitions are of the journey shop: give one version of each journey");
    }

    @Test
    void brokersWithoutAUsableNameAreTold() throws IOException {
        Path events = Files.createFile(folder.resolve("events.jsonl"));

        Ran ran = Ran.command(
                "replay",
                "--definition",
                shop().toString(),
                "--bootstrap-servers",
                "nonsense",
                "--registry",
                "http://127.0.0.1:1",
                events.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .startsWith("journey: brokers nonsense: ")
                .endsWith("; correct --bootstrap-servers or --client-config");
    }

    @Test
    void verboseShowsWhereItFailed() throws IOException {
        Ran ran = Ran.command("replay", "--verbose", "--definition", shop().toString(), "no.jsonl");

        assertThat(ran.err()).contains("CommandFailure", "at io.journey.local.");
    }

    @Test
    void theSameSeedPrintsTheSameEvents() {
        Ran first = Ran.command("simulate", "--events", "200", "--seed", "4");

        assertThat(first.out().lines()).hasSizeGreaterThanOrEqualTo(200);
        assertThat(Ran.command("simulate", "--events", "200", "--seed", "4")).isEqualTo(first);
        assertThat(Ran.command("simulate", "--events", "200", "--seed", "5").out())
                .isNotEqualTo(first.out());
    }

    private Path shop() throws IOException {
        Path file = folder.resolve("shop.yaml");
        try (var resource = JourneyCommand.class.getResourceAsStream("/definitions/shop.yaml")) {
            assertThat(resource).isNotNull();
            Files.write(file, resource.readAllBytes());
        }
        return file;
    }
}
