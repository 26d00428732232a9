package io.journey.streams.stitch;

import io.journey.core.aggregate.Contributions;
import io.journey.core.identity.Aliases;
import io.journey.core.identity.Ladder;
import io.journey.core.identity.LadderObserver;
import io.journey.core.identity.Rung;
import io.journey.core.journey.CustomerJourneys;
import io.journey.core.journey.Difference;
import io.journey.core.journey.Journey;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.Transition;
import io.journey.events.v1.ClockKey;
import io.journey.events.v1.TransitionKey;
import io.journey.streams.clock.ClockRows;
import io.journey.streams.clock.Progress;
import io.journey.streams.codec.DueKind;
import io.journey.streams.intake.Limits;
import io.journey.streams.ladder.Message;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.metrics.Latency;
import io.journey.streams.metrics.ResultMeters;
import io.journey.streams.metrics.WatermarkLag;
import io.journey.streams.naming.StepNames;
import io.journey.streams.naming.StoreNames;
import io.journey.streams.store.Gathered;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Takes what reaches an identity into its state and publishes what changed: transitions at once, contributions summed
 * until the next commit, messages to other identities. On every tick it publishes how far its partition is and takes the
 * lapses that are due.
 */
public final class Stitch implements ProcessorSupplier<String, Message, Object, Object> {

    private final JourneyRules rules;
    private final Limits limits;
    private final ClockSource clock;
    private final JourneyMeters meters;
    private final ResultMeters results;
    private final WatermarkLag watermarkLag;

    public Stitch(JourneyRules rules, Limits limits, ClockSource clock, JourneyMeters meters) {
        this.rules = rules;
        this.limits = limits;
        this.clock = clock;
        this.meters = meters;
        this.results = meters.results(rules.definition().journey());
        this.watermarkLag = meters.watermarkLag(rules.definition().journey());
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Stores.builders();
    }

    @Override
    public Processor<String, Message, Object, Object> get() {
        return new Step();
    }

    private final class Step implements Processor<String, Message, Object, Object>, Difference.Transitions {

        private ProcessorContext<Object, Object> context;
        private Stores stores;
        private Gathered gathered;
        private ClockSource.Ticking ticking;
        private CustomerJourneys journeys;
        private Ladder ladder;
        private Aliases aliases;
        private Settling settling;
        private Inputs inputs;
        private TransitionRows rows;
        private Latency latency;
        private String customer = "";
        private long caused;
        private Progress published = Progress.NONE;

        @Override
        public void init(ProcessorContext<Object, Object> context) {
            this.context = context;
            this.stores = Stores.of(context);
            this.gathered = context.getStateStore(StoreNames.GATHERED);
            this.ticking = clock.ticking(context);
            // A task that gave up a transaction begins anew with this same object, and what it published is gone.
            this.published = Progress.NONE;
            gathered.beginAfter(ticking.delivered());
            this.latency = meters.latency(rules.definition().journey());
            this.rows = new TransitionRows(rules.definition());
            this.journeys =
                    new CustomerJourneys(rules, this, new Contributions(rules.definition(), gathered.tallies()));
            this.ladder = new Ladder(rules, journeys, this::send, observer());
            this.settling = new Settling(
                    stores,
                    ladder,
                    limits.historyHorizon(),
                    rules.definition().identity().lookback());
            this.aliases = new Aliases(new StoredAliases(stores.identities()), this::send);
            this.inputs = new Inputs(rules.definition(), clock.topic(), ladder, gathered, meters, this::forward);
            gathered.passOnFrom(context, (cell, sum) -> forward(StepNames.DIFFERENCES, cell, sum), () -> {
                stores.customers().write();
                publishProgress();
                latency.committing(context.currentSystemTimeMs());
            });
            context.schedule(clock.interval(), PunctuationType.WALL_CLOCK_TIME, this::tick);
        }

        private LadderObserver observer() {
            return meters.ladder(
                    rules.definition().journey(), () -> Math.max(0, context.currentSystemTimeMs() - caused));
        }

        @Override
        public void process(Record<String, Message> record) {
            Message message = record.value();
            customer = message.to();
            caused = record.timestamp();
            if (message instanceof Message.Addressed addressed) {
                at(customer, node -> inputs.take(node, addressed));
                latency.processed(record.timestamp());
            } else if (message instanceof Message.Sent sent) {
                take(sent.rung());
            }
            settling.schedule(message);
        }

        private void at(String identity, Consumer<StoredNode> act) {
            StoredNode node = new StoredNode(stores, identity);
            act.accept(node);
            node.save();
        }

        private void take(Rung rung) {
            if (rung instanceof Rung.Moved moved) {
                at(customer, node -> ladder.receive(node, moved, gathered.watermark()));
            } else if (rung instanceof Rung.Claimed claimed) {
                at(customer, node -> ladder.receive(node, claimed, gathered.watermark()));
            } else if (rung instanceof Rung.Aliased aliased) {
                meters.circlesRefused(rules.definition().journey(), aliases.receive(aliased));
            }
        }

        /** With the timestamp of the record that all this comes from, so that the last one can tell how long it took. */
        private void send(Rung rung) {
            context.forward(new Record<>(rung.to(), new Message.Sent(rung), caused), StepNames.MESSAGES_TO_OTHERS);
        }

        @Override
        public void publish(Journey.Label journey, Transition transition) {
            results.published(transition.kind());
            row(journey, transition);
        }

        @Override
        public void correct(Journey.Label journey, Transition transition) {
            results.rewritten();
            row(journey, transition);
        }

        private void row(Journey.Label journey, Transition transition) {
            transition(rows.key(customer, journey.number(), transition.ordinal()), rows.value(journey, transition));
        }

        @Override
        public void withdraw(int journeyNumber, int ordinal) {
            results.withdrawn();
            transition(rows.key(customer, journeyNumber, ordinal), null);
        }

        private void transition(TransitionKey key, io.journey.events.v1.@Nullable Transition value) {
            forward(StepNames.TRANSITIONS, key, value);
        }

        private void forward(String step, Object key, @Nullable Object value) {
            context.forward(new Record<>(key, value, context.currentSystemTimeMs()), step);
        }

        private void tick(long now) {
            gathered.progress(ticking.current(gathered.progress(), gathered.processed()));
            long watermark = ticking.watermark(gathered.progress(), now);
            gathered.watermark(watermark);
            watermarkLag.at(watermark);
            boolean allTaken = stores.due()
                    .takeBefore(DueKind.LAPSE, watermark, (identity, due) -> lapse(identity, due, watermark));
            stores.due()
                    .takeBefore(DueKind.SETTLING, watermark, (identity, due) -> settling.settle(identity, watermark));
            gathered.progress(gathered.progress().withSettled(allTaken ? ticking.closedAt(watermark) : null));
        }

        private void lapse(String identity, long due, long watermark) {
            customer = identity;
            at(identity, node -> journeys.lapse(node.history(), due, watermark));
        }

        /**
         * In the transaction that commits the input: the next owner of the partition goes on from both. Not before it is
         * known what the last one published.
         */
        private void publishProgress() {
            Progress progress = ticking.current(gathered.progress(), gathered.processed());
            if (!progress.equals(published) && ticking.knowsEarlier(context.currentSystemTimeMs())) {
                published = progress;
                ClockKey key = new ClockKey(
                        rules.definition().journey(), context.taskId().partition());
                forward(StepNames.CLOCK, key, ClockRows.row(published));
            }
        }
    }
}
