package io.journey.core.identity;

import io.journey.core.journey.CustomerJourneys;
import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What changes at one identity by one input, gathered so that journeys are derived once. */
final class Change {

    /**
     * Characters a message holds, unless one touch alone has more. Each message makes its receiver derive journeys anew, so
     * few and large ones are cheap; three bytes a character are still well below what a broker takes.
     */
    private static final int CHARACTERS_PER_MESSAGE = 256 * 1024;

    /** Instants, counts, the amount and the lengths of texts take about as much as this. */
    private static final int NUMBERS = 32;

    private final Node node;
    private final CustomerJourneys journeys;
    private final Consumer<Rung> messages;
    private final List<Touch> removed = new ArrayList<>();
    private final List<Touch> added = new ArrayList<>();
    private final Map<String, List<Touch>> withdrawn = new TreeMap<>();
    private final Map<String, List<Touch>> arriving = new TreeMap<>();

    /**
     * @param messages takes what other identities are told
     */
    Change(Node node, CustomerJourneys journeys, Consumer<Rung> messages) {
        this.node = node;
        this.journeys = journeys;
        this.messages = messages;
    }

    void move(Touch touch, @Nullable String from, @Nullable String to) {
        leave(touch, from);
        come(touch, to);
    }

    void leave(Touch touch, @Nullable String owner) {
        if (owner == null) {
            removed.add(touch);
            return;
        }
        node.passed().remove(touch.position());
        withdrawn.computeIfAbsent(owner, any -> new ArrayList<>()).add(outside(touch));
    }

    void come(Touch touch, @Nullable String owner) {
        if (owner == null) {
            added.add(touch);
            return;
        }
        node.passed().add(touch);
        arriving.computeIfAbsent(owner, any -> new ArrayList<>()).add(outside(touch));
    }

    private Touch outside(Touch touch) {
        return touch.position().isOwn() ? touch.cameFrom(node.identity()) : touch;
    }

    void settle(long watermark, int steps) {
        if (!removed.isEmpty() || !added.isEmpty()) {
            journeys.change(node.history(), removed, added, watermark);
        }
        // The last first, so that no part makes the receiver derive again what a later one takes away.
        withdrawn.forEach((owner, touches) -> inParts(touches)
                .descendingIterator()
                .forEachRemaining(part -> messages.accept(new Rung.Moved(owner, part, List.of(), steps))));
        arriving.forEach((owner, touches) ->
                inParts(touches).forEach(part -> messages.accept(new Rung.Moved(owner, List.of(), part, steps))));
    }

    private static ArrayDeque<List<Touch>> inParts(List<Touch> touches) {
        ArrayDeque<List<Touch>> parts = new ArrayDeque<>();
        int from = 0;
        int characters = 0;
        for (int i = 0; i < touches.size(); i++) {
            int more = characters(touches.get(i));
            if (characters + more > CHARACTERS_PER_MESSAGE && i > from) {
                parts.add(touches.subList(from, i));
                from = i;
                characters = 0;
            }
            characters += more;
        }
        parts.add(touches.subList(from, touches.size()));
        return parts;
    }

    private static int characters(Touch touch) {
        EventPosition position = touch.position();
        int characters = NUMBERS
                + position.eventId().length()
                + position.address().length()
                + touch.source().length()
                + touch.channel().length()
                + touch.touchpoint().length();
        for (int i = 0; i < touch.profileSize(); i++) {
            String value = touch.profile(i);
            characters += value == null ? 1 : value.length();
        }
        return characters;
    }
}
