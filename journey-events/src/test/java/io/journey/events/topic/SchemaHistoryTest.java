package io.journey.events.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.registry.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaParser;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every version that was ever registered is kept under {@code schemas/history}, and each reads what any other wrote. A
 * file of the history is added, never changed; {@code -Dregenerate} adds the version that a changed schema needs.
 */
class SchemaHistoryTest {

    /** A schema under the name that the registry knows it by. */
    private record Subject(String name, Schema current) {

        Path folder() {
            return history().resolve(name);
        }

        Path version(int number) {
            return folder().resolve(number + ".avsc");
        }

        /** From the first, without a gap. */
        List<Schema> kept() throws IOException {
            List<Schema> kept = new ArrayList<>();
            while (Files.exists(version(kept.size() + 1))) {
                kept.add(new SchemaParser().parse(version(kept.size() + 1)).mainSchema());
            }
            return kept;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Path history() {
        return Path.of(System.getProperty("journey.root"), "schemas", "history");
    }

    static Stream<Subject> subjects() {
        return Arrays.stream(JourneyTopic.values()).flatMap(topic -> {
            String name = topic.named(JourneyTopic.DEFAULT_PREFIX);
            return Stream.of(
                    new Subject(name + "-key", published(topic.keyType())),
                    new Subject(name + "-value", published(topic.valueType())));
        });
    }

    private static Schema published(Class<?> type) {
        return PublishedSchema.of(SpecificData.get().getSchema(type));
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void theNewestKeptVersionIsThePublishedOne(Subject subject) throws IOException {
        List<Schema> kept = subject.kept();
        String newest = kept.isEmpty() ? "" : kept.get(kept.size() - 1).toString();
        if (Boolean.getBoolean("regenerate") && !newest.equals(subject.current().toString())) {
            Files.createDirectories(subject.folder());
            Files.writeString(
                    subject.version(kept.size() + 1), SchemaFormatter.format("json/pretty", subject.current()) + "\n");
            newest = subject.current().toString();
        }

        assertThat(newest)
                .as("a changed schema is a new version of %s; -Dregenerate keeps it", subject)
                .isEqualTo(subject.current().toString());
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyKeptVersionReadsWhatAnyOtherWrote(Subject subject) throws IOException {
        List<Schema> kept = subject.kept();

        for (Schema reader : kept) {
            for (Schema writer : kept) {
                assertThat(faults(reader, writer))
                        .as(
                                "version %d of %s reads version %d",
                                kept.indexOf(reader) + 1, subject, kept.indexOf(writer) + 1)
                        .isEmpty();
            }
        }
    }

    @Test
    void nothingElseIsKept() throws IOException {
        List<Path> expected = new ArrayList<>();
        for (Subject subject : subjects().toList()) {
            for (int version = 1; version <= subject.kept().size(); version++) {
                expected.add(subject.version(version));
            }
        }
        try (Stream<Path> files = Files.walk(history())) {
            assertThat(files.filter(Files::isRegularFile)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** What must not happen to a schema, tried on one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'n','type':'long'},{'name':'more','type':'string'}",
                "{'name':'n','type':'string'}",
                "{'name':'renamed','type':'long'}",
                "{'name':'n','type':{'type':'long','logicalType':'timestamp-micros'}}"
            })
    void aChangeThatOneSideCannotReadIsFound(String fields) {
        Schema before = record("{'name':'n','type':'long'}");
        Schema after = record(fields);

        assertThat(Stream.concat(faults(before, after).stream(), faults(after, before).stream()))
                .isNotEmpty();
    }

    @Test
    void aFieldWithADefaultMayComeAndGo() {
        Schema before = record("{'name':'n','type':'long'}");
        Schema after = record("{'name':'n','type':'long'},{'name':'more','type':['null','string'],'default':null}");

        assertThat(faults(before, after)).isEmpty();
        assertThat(faults(after, before)).isEmpty();
    }

    private static Schema record(String fields) {
        return new SchemaParser()
                .parse("{'type':'record','name':'R','fields':[%s]}"
                        .formatted(fields)
                        .replace('\'', '"'))
                .mainSchema();
    }

    /** Avro's own judgement, and what it does not look at: that numbers still mean the same. */
    private static List<String> faults(Schema reader, Schema writer) {
        List<String> faults = new ArrayList<>();
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (result.getType() != SchemaCompatibilityType.COMPATIBLE) {
            faults.add(result.getDescription());
        }
        for (Schema.Field field : reader.getFields()) {
            Schema.Field written = writer.getField(field.name());
            if (written != null && !logicalTypes(field).equals(logicalTypes(written))) {
                faults.add("another meaning of " + field.name());
            }
        }
        return faults;
    }

    private static List<?> logicalTypes(Schema.Field field) {
        Schema schema = field.schema();
        return (schema.isUnion() ? schema.getTypes() : List.of(schema))
                .stream().map(Schema::getLogicalType).filter(Objects::nonNull).toList();
    }
}
