package io.journey.bench.hot;

import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tallies;
import io.journey.core.journey.Difference;
import io.journey.core.journey.Fold;
import io.journey.core.journey.Journey;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.Touch;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** What a touch that moves its journey changes: what was, compared with what is. Other touches change next to nothing. */
@State(Scope.Thread)
public class Moves {

    private static final int MOVES = 128;

    private final Sample sample = Sample.load();
    private final Difference difference = new Difference(sample.rules());
    private final List<Move> moves = moves(sample).subList(0, MOVES);
    private final Tallies tallies = new Tallies();
    private final Contributions contributions = new Contributions(sample.rules().definition(), tallies);

    private record Move(List<Journey> before, List<Journey> after) {}

    private static List<Move> moves(Sample sample) {
        JourneyRules rules = sample.rules();
        List<Move> moves = new ArrayList<>();
        for (List<Touch> history : sample.histories()) {
            Fold last = new Fold(rules, rules.beginning());
            for (Touch touch : history) {
                List<Journey> before = new Fold(rules, last.snapshot()).journeys(Long.MIN_VALUE);
                Fold next = new Fold(rules, last.snapshot());
                next.add(touch);
                List<Journey> after = next.journeys(Long.MIN_VALUE);
                if (after.stream().anyMatch(journey -> !journey.transitions().isEmpty())) {
                    moves.add(new Move(before, after));
                }
                last = next;
            }
        }
        return moves;
    }

    /** Finds what changed. */
    @Benchmark
    @OperationsPerInvocation(MOVES)
    public void difference(Blackhole blackhole) {
        Consumed consumed = new Consumed(blackhole);
        for (Move move : moves) {
            difference.between(move.before(), move.after(), consumed, consumed);
        }
    }

    /** Finds what changed and adds it to the sums of all cells; sums are handed over at the end, as a commit does. */
    @Benchmark
    @OperationsPerInvocation(MOVES)
    public void contributions(Blackhole blackhole) {
        Consumed consumed = new Consumed(blackhole);
        for (Move move : moves) {
            difference.between(move.before(), move.after(), consumed, contributions);
        }
        tallies.drain((cell, sum) -> blackhole.consume(sum));
    }
}
