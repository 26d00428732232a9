package io.journey.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tallies;
import io.journey.core.aggregate.Tally;
import io.journey.core.journey.CustomerJourneys;
import io.journey.core.journey.Difference;
import io.journey.core.journey.Journey;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.Touch;
import io.journey.core.journey.Transition;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Identities that send each other messages: in order between any two of them, in a random order else. Holds what a
 * reader of the published topics holds.
 */
public final class Network implements Difference.Transitions, LadderObserver, Aliases.Book {

    private record Line(String from, String to) {}

    /** Rows as text, by customer, journey and ordinal. */
    public final Map<String, String> rows = new TreeMap<>();

    public final Map<Cell, Tally> sums = new HashMap<>();
    public final Tallies tallies = new Tallies();
    final Map<String, MemoryNode> nodes = new TreeMap<>();
    private final Map<Line, Deque<Rung>> lines = new HashMap<>();
    private final TreeSet<Rung.Alias> aliases = new TreeSet<>();
    private final Random random;
    private final CustomerJourneys journeys;
    private final Ladder ladder;
    private final Aliases book;
    private String at = "";
    int refused;
    int reattributed;

    public Network(JourneyRules rules, long seed) {
        random = new Random(seed);
        journeys = new CustomerJourneys(rules, this, new Contributions(rules.definition(), tallies));
        ladder = new Ladder(rules, journeys, this::send, this);
        book = new Aliases(this, this::send);
    }

    private MemoryNode enter(String identity) {
        at = identity;
        return nodes.computeIfAbsent(identity, MemoryNode::new);
    }

    public Outcome deliver(String address, Delivery delivery, long watermark) {
        return ladder.deliver(enter(address), delivery, watermark);
    }

    public void unlink(String address, String eventId) {
        ladder.unlink(enter(address), eventId);
    }

    public List<Touch> erase(String address, Erasure erasure, long watermark) {
        return ladder.erase(enter(address), erasure, watermark);
    }

    private void send(Rung message) {
        lines.computeIfAbsent(new Line(at, message.to()), any -> new ArrayDeque<>())
                .add(message);
    }

    /** Lets one message arrive; false when none is under way. */
    public boolean step(long watermark) {
        List<Map.Entry<Line, Deque<Rung>>> busy = lines.entrySet().stream()
                .filter(line -> !line.getValue().isEmpty())
                .sorted(Comparator.comparing(line -> line.getKey().toString()))
                .toList();
        if (busy.isEmpty()) {
            return false;
        }
        Rung message = busy.get(random.nextInt(busy.size())).getValue().remove();
        if (message instanceof Rung.Aliased alias) {
            at = Aliases.BOOK;
            refused += book.receive(alias);
        } else if (message instanceof Rung.Claimed claimed) {
            ladder.receive(enter(message.to()), claimed, watermark);
        } else if (message instanceof Rung.Moved moved) {
            ladder.receive(enter(message.to()), moved, watermark);
        }
        return true;
    }

    /** Lets everything arrive, and takes every lapse up to an instant. */
    public void settle(long watermark) {
        while (step(watermark)) {
            // until nothing is under way
        }
        lapse(watermark);
        nodes.values().forEach(node -> assertThat(node.unsettled()).isZero());
        tallies.drain((cell, tally) -> {
            Tally sum = sums.computeIfAbsent(cell, Cell::zero);
            sum.addAll(tally);
            if (sum.isZero()) {
                sums.remove(cell);
            }
        });
    }

    /** Lets everything arrive, then forgets what is settled. */
    void forget(long before) {
        while (step(before)) {
            // until nothing is under way
        }
        nodes.values().forEach(node -> ladder.settle(node, before));
    }

    int size() {
        return nodes.values().stream().mapToInt(MemoryNode::size).sum();
    }

    public void lapse(long watermark) {
        for (MemoryNode node : List.copyOf(nodes.values())) {
            enter(node.identity());
            while (!node.history.due.isEmpty() && node.history.due.first() < watermark) {
                journeys.lapse(node.history, node.history.due.pollFirst(), watermark);
            }
        }
    }

    @Override
    public void publish(Journey.Label journey, Transition row) {
        rows.put(key(at, journey.number(), row.ordinal()), content(journey, row));
    }

    @Override
    public void withdraw(int journeyNumber, int ordinal) {
        assertThat(rows.remove(key(at, journeyNumber, ordinal))).isNotNull();
    }

    public static String key(String customer, int journey, int ordinal) {
        return "%s/%03d/%03d".formatted(customer, journey, ordinal);
    }

    private static String content(Journey.Label journey, Transition row) {
        Object[] cells = {
            row.kind(),
            row.from() < 0 ? null : row.from(),
            row.to() < 0 ? null : row.to(),
            row.revisit(),
            row.at(),
            row.dwell(),
            row.touches(),
            row.touchpoint(),
            row.channel(),
            row.value().stripTrailingZeros().toPlainString()
        };
        return journey.start() + " " + journey.entryChannel() + " " + journey.persona() + " " + Arrays.toString(cells);
    }

    @Override
    public void claimed() {
        // not counted here
    }

    @Override
    public void reattributed(int touches) {
        reattributed += touches;
    }

    @Override
    public void arrived(int touches, int steps) {
        assertThat(steps).isPositive();
    }

    @Override
    public void add(Rung.Alias alias) {
        aliases.add(alias);
    }

    @Override
    public void remove(Rung.Alias alias) {
        aliases.remove(alias);
    }

    @Override
    public Collection<Rung.Alias> of(String identity) {
        return aliases.stream()
                .filter(alias ->
                        alias.continued().equals(identity) || alias.survivor().equals(identity))
                .toList();
    }
}
