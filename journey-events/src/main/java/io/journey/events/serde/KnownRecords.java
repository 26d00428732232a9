package io.journey.events.serde;

import io.journey.events.topic.JourneyTopic;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Conversions.DecimalConversion;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions.TimestampMillisConversion;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The record classes that bytes may turn into: those of the topics. A schema comes from outside, so a name in it must
 * never decide which class is loaded; Avro itself refuses to load classes by name unless told to trust them.
 */
final class KnownRecords extends SpecificData {

    private static final Map<String, Class<? extends SpecificRecord>> CLASSES = Stream.of(JourneyTopic.values())
            .flatMap(topic -> Stream.<Class<? extends SpecificRecord>>of(topic.keyType(), topic.valueType()))
            .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type));

    static final KnownRecords DATA = new KnownRecords();

    private KnownRecords() {
        addLogicalTypeConversion(new TimestampMillisConversion());
        addLogicalTypeConversion(new DecimalConversion());
    }

    static Optional<Class<? extends SpecificRecord>> named(String fullName) {
        return Optional.ofNullable(CLASSES.get(fullName));
    }

    /** The schema compiled into the class: what records of the type are read as. */
    static Schema schemaOf(Class<? extends SpecificRecord> type) {
        return DATA.getSchema(type);
    }

    @Override
    public @Nullable Class<?> getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> CLASSES.get(schema.getFullName());
            default -> super.getClass(schema);
        };
    }
}
