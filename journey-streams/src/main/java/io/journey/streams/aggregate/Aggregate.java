package io.journey.streams.aggregate;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.streams.codec.CellCodec;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.naming.StepNames;
import io.journey.streams.naming.StoreNames;
import io.journey.streams.store.Gathered;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Adds differences to the sum of their cell and, once per commit, publishes the rows that changed by it. */
public final class Aggregate implements ProcessorSupplier<Cell, Tally, SpecificRecord, SpecificRecord> {

    /** Steps that write rows, by the class of their key. */
    private static final Map<Class<?>, String> WRITING =
            JourneyTopic.AGGREGATES.stream().collect(toUnmodifiableMap(JourneyTopic::keyType, StepNames::writing));

    private final Definition definition;
    private final JourneyMeters meters;

    public Aggregate(Definition definition, JourneyMeters meters) {
        this.definition = definition;
        this.meters = meters;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Gathered.builder(StoreNames.ARRIVED),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(StoreNames.CELLS), Serdes.Bytes(), Serdes.ByteArray()));
    }

    @Override
    public Processor<Cell, Tally, SpecificRecord, SpecificRecord> get() {
        return new Step();
    }

    private final class Step implements Processor<Cell, Tally, SpecificRecord, SpecificRecord> {

        private final CellRows rows = new CellRows(definition);
        private final Map<SpecificRecord, SpecificRecord> before = new HashMap<>();
        private ProcessorContext<SpecificRecord, SpecificRecord> context;
        private KeyValueStore<Bytes, byte[]> cells;
        private Gathered arrived;

        @Override
        public void init(ProcessorContext<SpecificRecord, SpecificRecord> context) {
            this.context = context;
            this.cells = context.getStateStore(StoreNames.CELLS);
            this.arrived = context.getStateStore(StoreNames.ARRIVED);
            arrived.passOnFrom(context, this::apply, () -> {});
            measureAll();
        }

        private void measureAll() {
            try (KeyValueIterator<Bytes, byte[]> all = cells.all()) {
                while (all.hasNext()) {
                    var row = all.next();
                    Cell cell = CellCodec.cell(row.key.get());
                    meters.measure(definition, cell, CellCodec.tally(row.value));
                }
            }
        }

        @Override
        public void process(Record<Cell, Tally> record) {
            arrived.tallies().at(record.key()).addAll(record.value());
        }

        private void apply(Cell cell, Tally difference) {
            Bytes key = Bytes.wrap(CellCodec.cell(cell));
            byte[] stored = cells.get(key);
            Tally sum = stored == null ? cell.zero() : CellCodec.tally(stored);
            before.clear();
            if (stored != null) {
                rows.rows(cell, sum, before::put);
            }
            sum.addAll(difference);
            if (sum.isZero()) {
                cells.delete(key);
            } else {
                cells.put(key, CellCodec.tally(sum));
            }
            rows.rows(cell, sum, this::publish);
            meters.measure(definition, cell, sum);
        }

        private void publish(SpecificRecord key, SpecificRecord value) {
            SpecificRecord old = before.get(key);
            if (value == null ? old != null : !value.equals(old)) {
                context.forward(new Record<>(key, value, context.currentSystemTimeMs()), WRITING.get(key.getClass()));
            }
        }
    }
}
