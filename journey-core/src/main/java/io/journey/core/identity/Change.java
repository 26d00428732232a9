package io.journey.core.identity;

import io.journey.core.journey.CustomerJourneys;
import io.journey.core.journey.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What changes at one identity by one input, gathered so that journeys are derived once. */
final class Change {

    /** Bounds a message to well below what a broker takes. */
    private static final int TOUCHES_PER_MESSAGE = 256;

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
        withdrawn.forEach((owner, touches) ->
                inParts(touches, part -> messages.accept(new Rung.Moved(owner, part, List.of(), steps))));
        arriving.forEach((owner, touches) ->
                inParts(touches, part -> messages.accept(new Rung.Moved(owner, List.of(), part, steps))));
    }

    private static void inParts(List<Touch> touches, Consumer<List<Touch>> send) {
        for (int from = 0; from < touches.size(); from += TOUCHES_PER_MESSAGE) {
            send.accept(touches.subList(from, Math.min(from + TOUCHES_PER_MESSAGE, touches.size())));
        }
    }
}
