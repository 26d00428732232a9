package io.journey.sink.table;

import io.journey.events.topic.JourneyTopic;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * The tables, one a topic: the key's fields first, then the value's.
 *
 * <p>Columns come from the Avro schemas; a test holds the migrations against them.
 */
public enum SinkTable {
    TRANSITIONS(JourneyTopic.TRANSITIONS),
    STAGE_CONVERSIONS(JourneyTopic.STAGE_CONVERSIONS),
    STAGE_OUTCOMES(JourneyTopic.STAGE_OUTCOMES),
    FUNNEL(JourneyTopic.FUNNEL),
    OCCUPANCY(JourneyTopic.OCCUPANCY),
    STAGE_FLOWS(JourneyTopic.STAGE_FLOWS),
    BALANCE(JourneyTopic.BALANCE),
    DEFINITIONS(JourneyTopic.DEFINITIONS),
    STAGES(JourneyTopic.STAGES);

    private final JourneyTopic topic;
    private final String meaning;

    // Streams give unmodifiable lists and columns are records; the checker knows only Guava's types.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> keyColumns;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> valueColumns;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> columns;

    SinkTable(JourneyTopic topic) {
        this.topic = topic;
        Schema value = schema(topic.valueType());
        meaning = value.getDoc();
        keyColumns =
                schema(topic.keyType()).getFields().stream().map(Column::of).toList();
        valueColumns = value.getFields().stream().map(Column::of).toList();
        columns = Stream.concat(keyColumns.stream(), valueColumns.stream()).toList();
    }

    private static Schema schema(Class<? extends SpecificRecord> type) {
        return SpecificData.get().getSchema(type);
    }

    /** The topic that the table is read from. */
    public JourneyTopic topic() {
        return topic;
    }

    /** Name in the database. */
    public String tableName() {
        return topic.noun().replace('-', '_');
    }

    public String meaning() {
        return meaning;
    }

    public List<Column> keyColumns() {
        return keyColumns;
    }

    public List<Column> valueColumns() {
        return valueColumns;
    }

    /** All columns, the key's first. */
    public List<Column> columns() {
        return columns;
    }
}
