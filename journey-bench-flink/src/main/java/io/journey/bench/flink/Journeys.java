package io.journey.bench.flink;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tallies;
import io.journey.core.aggregate.Tally;
import io.journey.core.definition.Definition;
import io.journey.core.journey.CustomerJourneys;
import io.journey.core.journey.Difference;
import io.journey.core.journey.Journey;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.Touch;
import io.journey.core.journey.TouchOrder;
import io.journey.core.journey.Transition;
import io.journey.streams.intake.Verdict;
import io.journey.streams.stitch.TransitionRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets touches wait for the watermark, which puts them in order, and folds them: transitions are published at once,
 * contributions summed until the next barrier.
 */
final class Journeys extends KeyedProcessFunction<String, AddressedTouch, Published> {

    static final OutputTag<AddressedTouch> LATE = new OutputTag<>("late", Types.ADDRESSED_TOUCH);

    private final Settings settings;
    private transient Tallies tallies;
    private transient ListState<Touch> waiting;
    private transient KeptHistory.State state;
    private transient Changes changes;
    private transient CustomerJourneys journeys;

    Journeys(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        Definition definition = settings.definition();
        JourneyRules rules = new JourneyRules(definition);
        tallies = new Tallies();
        changes = new Changes(new TransitionRows(definition), new Rows(settings));
        journeys = new CustomerJourneys(rules, changes, new Contributions(definition, tallies));
        waiting = getRuntimeContext().getListState(new ListStateDescriptor<>("waiting", new Types.Touches()));
        state = new KeptHistory.State(
                getRuntimeContext().getState(new ValueStateDescriptor<>("standing", new Types.Standings())),
                getRuntimeContext().getListState(new ListStateDescriptor<>("touches", new Types.Touches())),
                getRuntimeContext().getState(new ValueStateDescriptor<>("boundary", new Types.Boundaries())));
    }

    @Override
    public void processElement(AddressedTouch value, Context context, Collector<Published> out) throws Exception {
        Touch touch = value.touch();
        Tally balance = balance(touch);
        balance.add(Cell.Balance.READ, 1);
        long watermark = context.timerService().currentWatermark();
        if (touch.at() <= watermark) {
            balance.add(Cell.Balance.REJECTED, 1);
            context.output(LATE, value);
            return;
        }
        // Appended without looking, and one timer for all that comes before the next watermark.
        waiting.add(touch);
        context.timerService().registerEventTimeTimer(watermark + 1);
    }

    private Tally balance(Touch touch) {
        return tallies.at(new Cell.Balance(Verdict.accountedTo(touch.source())));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Published> out) throws Exception {
        TimerService timers = context.timerService();
        // The end of the input is a watermark beyond all times; the replay closes at an instant.
        long watermark = Math.min(timers.currentWatermark(), settings.closedAt());
        changes.customer = context.getCurrentKey();
        changes.out = out;
        KeptHistory history = new KeptHistory(state, due -> timers.registerEventTimeTimer(due + 1));
        List<Touch> ready = ready(timers);
        for (int i = 0; i < ready.size(); i++) {
            boolean isLast = i == ready.size() - 1;
            // Whether it lapses before the next touch, not whether it has lapsed by now.
            long known =
                    isLast ? watermark : Math.min(watermark, ready.get(i + 1).at());
            journeys.change(history, List.of(), List.of(ready.get(i)), known);
        }
        // What is due after the closing stays open, and must not be entered again: at the end every timer fires at
        // once.
        if (timestamp <= watermark) {
            journeys.lapse(history, timestamp - 1, watermark);
        }
        history.save();
    }

    /** Takes out what the watermark has passed, in order, each event once. */
    private List<Touch> ready(TimerService timers) throws Exception {
        List<Touch> ready = new ArrayList<>();
        List<Touch> early = new ArrayList<>();
        for (Touch touch : waiting.get()) {
            (touch.at() <= timers.currentWatermark() ? ready : early).add(touch);
        }
        if (early.isEmpty()) {
            if (!ready.isEmpty()) {
                waiting.clear();
            }
        } else {
            if (!ready.isEmpty()) {
                waiting.update(early);
            }
            timers.registerEventTimeTimer(
                    early.stream().mapToLong(Touch::at).min().orElseThrow());
        }
        ready.sort(TouchOrder.BY_DELIVERY);
        Set<String> met = new HashSet<>();
        ready.removeIf(touch -> !isFirst(touch, met));
        return ready;
    }

    private boolean isFirst(Touch touch, Set<String> met) {
        boolean first = met.add(touch.position().eventId());
        balance(touch).add(first ? Cell.Balance.IN_JOURNEYS : Cell.Balance.DUPLICATE, 1);
        return first;
    }

    /** Hands over the sums since the last time. */
    void drain(BiConsumer<Cell, Tally> to) {
        tallies.drain(to);
    }

    /** Publishes transitions of the customer whose timer fires. */
    private static final class Changes implements Difference.Transitions {

        private final TransitionRows transitions;
        private final Rows rows;
        private String customer = "";
        private Collector<Published> out;

        @SuppressWarnings("NullAway.Init") // By every timer.
        Changes(TransitionRows transitions, Rows rows) {
            this.transitions = transitions;
            this.rows = rows;
        }

        @Override
        public void publish(Journey.Label journey, Transition transition) {
            out.collect(rows.encoded(
                    transitions.key(customer, journey.number(), transition.ordinal()),
                    transitions.value(journey, transition)));
        }

        @Override
        public void withdraw(int journeyNumber, int ordinal) {
            out.collect(rows.encoded(transitions.key(customer, journeyNumber, ordinal), null));
        }
    }
}
