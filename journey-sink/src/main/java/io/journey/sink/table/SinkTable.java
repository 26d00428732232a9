package io.journey.sink.table;

import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.Definition;
import io.journey.events.v1.DefinitionKey;
import io.journey.events.v1.Funnel;
import io.journey.events.v1.FunnelKey;
import io.journey.events.v1.Occupancy;
import io.journey.events.v1.OccupancyKey;
import io.journey.events.v1.Stage;
import io.journey.events.v1.StageConversion;
import io.journey.events.v1.StageConversionKey;
import io.journey.events.v1.StageFlow;
import io.journey.events.v1.StageFlowKey;
import io.journey.events.v1.StageKey;
import io.journey.events.v1.StageOutcome;
import io.journey.events.v1.StageOutcomeKey;
import io.journey.events.v1.Transition;
import io.journey.events.v1.TransitionKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The tables, one a topic: the key's fields first, then the value's.
 *
 * <p>Columns come from the Avro schemas; a test holds the migrations against them.
 */
public enum SinkTable {
    TRANSITIONS(TransitionKey.getClassSchema(), Transition.getClassSchema()),
    STAGE_CONVERSIONS(StageConversionKey.getClassSchema(), StageConversion.getClassSchema()),
    STAGE_OUTCOMES(StageOutcomeKey.getClassSchema(), StageOutcome.getClassSchema()),
    FUNNEL(FunnelKey.getClassSchema(), Funnel.getClassSchema()),
    OCCUPANCY(OccupancyKey.getClassSchema(), Occupancy.getClassSchema()),
    STAGE_FLOWS(StageFlowKey.getClassSchema(), StageFlow.getClassSchema()),
    BALANCE(BalanceKey.getClassSchema(), Balance.getClassSchema()),
    DEFINITIONS(DefinitionKey.getClassSchema(), Definition.getClassSchema()),
    STAGES(StageKey.getClassSchema(), Stage.getClassSchema());

    private final String meaning;

    // Streams give unmodifiable lists and columns are records; the checker knows only Guava's types.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> keyColumns;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> valueColumns;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> columns;

    SinkTable(Schema key, Schema value) {
        meaning = value.getDoc();
        keyColumns = key.getFields().stream().map(Column::of).toList();
        valueColumns = value.getFields().stream().map(Column::of).toList();
        columns = Stream.concat(keyColumns.stream(), valueColumns.stream()).toList();
    }

    /** Name in the database. */
    public String tableName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The topic that the table is read from. */
    public String topic(String prefix) {
        return prefix + "." + tableName().replace('_', '-') + ".v1";
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
