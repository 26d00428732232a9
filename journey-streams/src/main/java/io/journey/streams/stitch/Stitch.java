package io.journey.streams.stitch;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Contributions;
import io.journey.core.journey.CustomerJourneys;
import io.journey.core.journey.CustomerJourneys.Outcome;
import io.journey.core.journey.Difference;
import io.journey.core.journey.Journey;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.Touch;
import io.journey.core.journey.Transition;
import io.journey.events.v1.ClockKey;
import io.journey.events.v1.TransitionKey;
import io.journey.streams.clock.ClockRows;
import io.journey.streams.clock.Progress;
import io.journey.streams.codec.CustomerKeys;
import io.journey.streams.intake.Verdict;
import io.journey.streams.naming.StoreNames;
import io.journey.streams.store.Gathered;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * Takes each touch into its customer's history and publishes what changed: transitions at once, contributions summed
 * until the next commit. On every tick it publishes how far its partition is and takes the lapses that are due.
 */
public final class Stitch implements ProcessorSupplier<String, Touch, Object, Object> {

    /** Bounds one tick, so that a flood of lapses does not keep the thread from polling. */
    private static final int LAPSES_PER_TICK = 20_000;

    private final JourneyRules rules;
    private final ClockSource clock;

    public Stitch(JourneyRules rules, ClockSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Stores.builders();
    }

    @Override
    public Processor<String, Touch, Object, Object> get() {
        return new Step();
    }

    private final class Step implements Processor<String, Touch, Object, Object>, Difference.Transitions {

        private ProcessorContext<Object, Object> context;
        private Stores stores;
        private Gathered gathered;
        private ClockSource.Ticking ticking;
        private CustomerJourneys journeys;
        private TransitionRows rows;
        private String customer = "";
        private Progress published = Progress.NONE;

        @Override
        public void init(ProcessorContext<Object, Object> context) {
            this.context = context;
            this.stores = Stores.of(context);
            this.gathered = context.getStateStore(StoreNames.GATHERED);
            this.ticking = clock.ticking(context);
            gathered.beginAfter(ticking.delivered());
            this.rows = new TransitionRows(rules.definition());
            this.journeys =
                    new CustomerJourneys(rules, this, new Contributions(rules.definition(), gathered.tallies()));
            gathered.passOnFrom(context, (cell, sum) -> forward(cell, sum));
            context.schedule(clock.interval(), PunctuationType.WALL_CLOCK_TIME, this::tick);
        }

        @Override
        public void process(Record<String, Touch> record) {
            customer = record.key();
            Touch touch = record.value();
            Outcome outcome = journeys.add(new StoredHistory(stores, customer), touch, gathered.watermark());
            account(touch, outcome);
        }

        private void account(Touch touch, Outcome outcome) {
            if (outcome instanceof Outcome.Duplicate) {
                balance(touch, Cell.Balance.DUPLICATE, 1);
                return;
            }
            balance(touch, Cell.Balance.IN_JOURNEYS, 1);
            if (outcome instanceof Outcome.Replaced replaced) {
                balance(replaced.other(), Cell.Balance.IN_JOURNEYS, -1);
                balance(replaced.other(), Cell.Balance.DUPLICATE, 1);
            }
        }

        private void balance(Touch touch, int count, int times) {
            gathered.tallies()
                    .at(new Cell.Balance(Verdict.accountedTo(touch.source())))
                    .add(count, times);
        }

        @Override
        public void publish(Journey.Label journey, Transition transition) {
            forward(rows.key(customer, journey.number(), transition.ordinal()), rows.value(journey, transition));
        }

        @Override
        public void withdraw(int journeyNumber, int ordinal) {
            TransitionKey key = rows.key(customer, journeyNumber, ordinal);
            context.forward(new Record<>(key, null, context.currentSystemTimeMs()));
        }

        private void forward(Object key, Object value) {
            context.forward(new Record<>(key, value, context.currentSystemTimeMs()));
        }

        private void tick(long now) {
            gathered.progress(ticking.current(gathered.progress(), gathered.processed()));
            long watermark = ticking.watermark(gathered.progress(), now);
            gathered.watermark(watermark);
            boolean allTaken = takeDueLapses(watermark);
            gathered.progress(gathered.progress().withSettled(allTaken ? ticking.closedAt(watermark) : null));
            if (!gathered.progress().equals(published)) {
                published = gathered.progress();
                ClockKey key = new ClockKey(
                        rules.definition().journey(), context.taskId().partition());
                forward(key, ClockRows.row(published));
            }
        }

        private boolean takeDueLapses(long watermark) {
            Bytes limit = CustomerKeys.due(watermark);
            try (KeyValueIterator<Bytes, byte[]> due = stores.dueLapses().range(null, limit)) {
                for (int taken = 0; due.hasNext(); taken++) {
                    if (taken == LAPSES_PER_TICK) {
                        return false;
                    }
                    Bytes key = due.next().key;
                    stores.dueLapses().delete(key);
                    customer = CustomerKeys.dueCustomer(key);
                    journeys.lapse(new StoredHistory(stores, customer), CustomerKeys.dueAt(key), watermark);
                }
            }
            return true;
        }
    }
}
