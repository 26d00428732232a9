package io.journey.events.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.registry.PublishedSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaLawsTest {

    private static final Set<Schema.Type> FLAT = Set.of(
            Schema.Type.STRING,
            Schema.Type.INT,
            Schema.Type.LONG,
            Schema.Type.BOOLEAN,
            Schema.Type.BYTES,
            Schema.Type.NULL);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TOUCHPOINTS")
    void publishedRecordsAreFlatSoThatAStockSinkCanLandThem(JourneyTopic topic) {
        assertThat(schemas(topic).flatMap(schema -> schema.getFields().stream()))
                .allSatisfy(field -> assertThat(alternatives(field))
                        .as(field.name())
                        .allMatch(type -> FLAT.contains(type.getType())));
    }

    @ParameterizedTest
    @EnumSource
    void keysAreRecordsOfValuesThatAreAlwaysThere(JourneyTopic topic) {
        Schema key = schema(topic.keyType());

        assertThat(key.getType()).isEqualTo(Schema.Type.RECORD);
        assertThat(key.getFields())
                .allMatch(field -> FLAT.contains(field.schema().getType()));
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldSaysWhatItMeans(JourneyTopic topic) {
        assertThat(schemas(topic)).allSatisfy(schema -> {
            assertThat(schema.getDoc()).isNotBlank();
            assertThat(schema.getFields())
                    .allSatisfy(
                            field -> assertThat(field.doc()).as(field.name()).isNotBlank());
        });
    }

    @ParameterizedTest
    @EnumSource
    void instantsAreTimestampMillisAndAmountsDecimals(JourneyTopic topic) {
        assertThat(schemas(topic).flatMap(schema -> schema.getFields().stream()))
                .allSatisfy(field -> {
                    String name = field.name().toLowerCase(Locale.ROOT);
                    Schema type = alternatives(field).get(alternatives(field).size() - 1);
                    LogicalType logical = type.getLogicalType();
                    if (field.name().endsWith("At") || name.endsWith("timestamp") || name.endsWith("start")) {
                        assertThat(logical).as(field.name()).isEqualTo(LogicalTypes.timestampMillis());
                    }
                    if (name.equals("amount") || (name.equals("value") && type.getType() == Schema.Type.BYTES)) {
                        assertThat(logical).as(field.name()).isEqualTo(LogicalTypes.decimal(38, 9));
                    }
                    assertThat(type.getType()).as(field.name()).isNotIn(Schema.Type.FLOAT, Schema.Type.DOUBLE);
                });
    }

    @ParameterizedTest
    @EnumSource
    void whatMayBeNullDefaultsToNullSoThatItCanBeAddedAndDropped(JourneyTopic topic) {
        assertThat(schemas(topic)
                        .flatMap(schema -> schema.getFields().stream())
                        .filter(field -> field.schema().isNullable()))
                .allMatch(Schema.Field::hasDefaultValue);
    }

    @ParameterizedTest
    @MethodSource("schemaFiles")
    void theGeneratedClassPublishesExactlyItsFile(Path file) throws Exception {
        Schema written = new SchemaParser().parse(file).mainSchema();
        Class<?> type = Class.forName(written.getFullName());

        assertThat(PublishedSchema.of(SpecificData.get().getSchema(type)).toString())
                .isEqualTo(written.toString());
    }

    @ParameterizedTest
    @MethodSource("schemaFiles")
    void everySchemaTravelsInATopicAndStandsWhereItsNamespaceSays(Path file) throws Exception {
        Schema written = new SchemaParser().parse(file).mainSchema();

        assertThat(Stream.of(JourneyTopic.values())
                        .flatMap(SchemaLawsTest::schemas)
                        .map(Schema::getFullName))
                .contains(written.getFullName());
        assertThat(file).hasToString(root() + "/" + written.getFullName().replace('.', '/') + ".avsc");
    }

    static List<Path> schemaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(root().resolve("io"))) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("journey.root"), "schemas");
    }

    private static Stream<Schema> schemas(JourneyTopic topic) {
        return Stream.of(schema(topic.keyType()), schema(topic.valueType()));
    }

    private static Schema schema(Class<?> type) {
        return PublishedSchema.of(SpecificData.get().getSchema(type));
    }

    private static List<Schema> alternatives(Schema.Field field) {
        return field.schema().isUnion() ? field.schema().getTypes() : List.of(field.schema());
    }
}
