package io.journey.streams.stitch;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Standing;
import io.journey.core.journey.Touch;
import io.journey.streams.codec.CustomerRow;
import io.journey.streams.codec.RowTouches;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The touches in a customer's row, in event order: all those after the last one that has a row of its own. Until their row
 * is written they stand for their events as well, also those that are taken away.
 */
final class RecentTouches {

    /**
     * Most customers never have more. Measured over loan events: with 12 a tenth more CPU time in all than with 32, and with
     * 128 no less than with 64.
     */
    private static final int MOST = 64;

    /** Bounds what a change that brings very many costs: the texts of a row are looked through one by one. */
    private static final int MOST_AT_ONCE = 4 * MOST;

    /** Where the history is longer the row is written again and again without ever holding all of it, so it is short. */
    private static final int MOST_OF_LONG = 12;

    /** So many stay when the others go, so that spilling is seldom and in batches. */
    private static final int KEPT = 4;

    /** Bounds the row whatever the touches say. */
    private static final int MOST_BYTES = 4096;

    private static final int KEPT_BYTES = 1024;

    private final RowTouches touches;
    /** Positions, by event id, of the touches taken away that stood for their event. */
    private final Map<String, EventPosition> gone = new HashMap<>(0);

    private @Nullable EventPosition older;

    RecentTouches(CustomerRow row) {
        this.touches = row.touches();
        this.older = row.older();
    }

    CustomerRow row(@Nullable Standing standing, boolean recorded) {
        return new CustomerRow(standing, recorded, older, touches);
    }

    /** Where the touches with rows of their own end; null when there are none. */
    @Nullable EventPosition older() {
        return older;
    }

    /** Whether a touch at this position lies here, if there is one. */
    boolean reaches(EventPosition position) {
        return older == null || older.isBefore(position);
    }

    void add(Touch touch) {
        int at = indexFrom(touch.position());
        if (isAt(at, touch.position())) {
            take(at);
        }
        touches.insert(at, touch);
    }

    void remove(EventPosition position) {
        int at = indexFrom(position);
        if (isAt(at, position)) {
            take(at);
        }
    }

    private void take(int index) {
        remember(index);
        touches.remove(index);
    }

    private void remember(int index) {
        if (touches.isOwn(index) && !touches.isRecorded(index)) {
            EventPosition position = touches.position(index);
            gone.put(position.eventId(), position);
        }
    }

    @Nullable Touch at(EventPosition position) {
        int at = indexFrom(position);
        return isAt(at, position) ? touches.touch(at) : null;
    }

    private boolean isAt(int index, EventPosition position) {
        return index < touches.size()
                && touches.at(index) == position.at()
                && touches.position(index).equals(position);
    }

    /** Index of the first touch at or after a position; looked for from the end, where nearly all happens. */
    private int indexFrom(EventPosition position) {
        int index = touches.size();
        while (index > 0 && !isBefore(index - 1, position)) {
            index--;
        }
        return index;
    }

    private boolean isBefore(int index, EventPosition position) {
        long at = touches.at(index);
        return at == position.at() ? touches.position(index).isBefore(position) : at < position.at();
    }

    void between(long from, long to, List<Touch> into) {
        for (int i = 0; i < touches.size(); i++) {
            long at = touches.at(i);
            if (at >= from && at < to) {
                into.add(touches.touch(i));
            }
        }
    }

    void since(@Nullable EventPosition from, List<Touch> into) {
        for (int i = from == null ? 0 : indexFrom(from); i < touches.size(); i++) {
            into.add(touches.touch(i));
        }
    }

    /** The event of a touch that stands for it as well, here or just taken away. */
    @Nullable EventPosition standingFor(String eventId) {
        EventPosition taken = gone.get(eventId);
        if (taken != null) {
            return taken;
        }
        int index = touches.own(eventId);
        return index < 0 || touches.isRecorded(index) ? null : touches.position(index);
    }

    /** Positions, by event id, of the touches that stood for their event and were taken away. */
    Map<String, EventPosition> gone() {
        return gone;
    }

    /** Index of the touch of an event of the identity itself; −1 for none. */
    int own(String eventId) {
        return touches.own(eventId);
    }

    EventPosition position(int index) {
        return touches.position(index);
    }

    /** Says whether the event of a touch has a row of its own; false if that was known. */
    boolean recorded(int index, boolean is) {
        boolean changes = touches.isRecorded(index) != is;
        if (changes) {
            touches.recorded(index, is);
        }
        return changes;
    }

    /** Whether so many have come at once that the older ones should leave before all have come. */
    boolean overflows() {
        return touches.size() >= MOST_AT_ONCE;
    }

    /** Takes out the older ones when they are more than a row should hold; they are to get rows of their own. */
    List<Touch> spill() {
        int most = older == null ? MOST : MOST_OF_LONG;
        if (touches.size() <= most && touches.bytes() > MOST_BYTES) {
            // Those that were taken away may have left texts behind.
            touches.shedTexts();
        }
        if (touches.size() <= most && touches.bytes() <= MOST_BYTES) {
            return List.of();
        }
        int spilt = firstKept();
        List<Touch> leaving = new ArrayList<>(spilt);
        for (int i = 0; i < spilt; i++) {
            remember(i);
            leaving.add(touches.touch(i));
        }
        touches.shed(spilt);
        older = leaving.get(spilt - 1).position();
        return leaving;
    }

    /** Not before the second. */
    private int firstKept() {
        int first = touches.size();
        int bytes = 0;
        while (first > 1 && touches.size() - first < KEPT) {
            bytes += touches.bytesInFull(first - 1);
            if (bytes > KEPT_BYTES) {
                break;
            }
            first--;
        }
        return first;
    }
}
