package io.journey.streams.stitch;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import io.journey.streams.codec.CustomerRow;
import io.journey.streams.codec.RecentTouch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The touches in a customer's row, in event order: all those after the last one that has a row of its own. */
final class RecentTouches {

    /** Most customers never have more. Measured over loan events: a tenth less CPU time in all than with 12. */
    private static final int MOST = 32;

    /** Where the history is longer the row is written again and again without ever holding all of it, so it is short. */
    private static final int MOST_OF_LONG = 12;

    /** So many stay when the others go, so that spilling is seldom and in batches. */
    private static final int KEPT = 4;

    /** Bounds the row whatever the touches say. */
    private static final int MOST_BYTES = 4096;

    private static final int KEPT_BYTES = 1024;

    private final List<RecentTouch> touches;
    private @Nullable EventPosition older;

    RecentTouches(CustomerRow row) {
        this.touches = new ArrayList<>(row.recent());
        this.older = row.older();
    }

    /** Where the touches with rows of their own end; null when there are none. */
    @Nullable EventPosition older() {
        return older;
    }

    List<RecentTouch> all() {
        return touches;
    }

    /** Whether a touch at this position lies here, if there is one. */
    boolean reaches(EventPosition position) {
        return older == null || older.isBefore(position);
    }

    void add(Touch touch) {
        RecentTouch added = RecentTouch.of(touch);
        int at = indexFrom(touch.position());
        boolean isThere = at < touches.size() && touches.get(at).position().equals(touch.position());
        if (isThere) {
            touches.set(at, added);
        } else {
            touches.add(at, added);
        }
    }

    void remove(EventPosition position) {
        int at = indexFrom(position);
        if (at < touches.size() && touches.get(at).position().equals(position)) {
            touches.remove(at);
        }
    }

    @Nullable Touch at(EventPosition position) {
        int at = indexFrom(position);
        return at < touches.size() && touches.get(at).position().equals(position)
                ? touches.get(at).touch()
                : null;
    }

    /** Index of the first touch at or after a position; looked for from the end, where nearly all happens. */
    private int indexFrom(EventPosition position) {
        int index = touches.size();
        while (index > 0 && !touches.get(index - 1).position().isBefore(position)) {
            index--;
        }
        return index;
    }

    void between(long from, long to, List<Touch> into) {
        for (RecentTouch each : touches) {
            long at = each.position().at();
            if (at >= from && at < to) {
                into.add(each.touch());
            }
        }
    }

    void since(@Nullable EventPosition from, List<Touch> into) {
        int first = from == null ? 0 : indexFrom(from);
        touches.subList(first, touches.size()).forEach(each -> into.add(each.touch()));
    }

    /** Takes out the older ones when they are more than a row should hold; they are to get rows of their own. */
    List<RecentTouch> spill() {
        int most = older == null ? MOST : MOST_OF_LONG;
        int bytes = bytes();
        if (touches.size() <= most && bytes <= MOST_BYTES) {
            return List.of();
        }
        int spilt = 0;
        while (touches.size() - spilt > KEPT || bytes > KEPT_BYTES) {
            bytes -= touches.get(spilt++).size();
        }
        List<RecentTouch> front = touches.subList(0, spilt);
        List<RecentTouch> gone = List.copyOf(front);
        front.clear();
        older = gone.get(gone.size() - 1).position();
        return gone;
    }

    private int bytes() {
        int bytes = 0;
        for (RecentTouch touch : touches) {
            bytes += touch.size();
        }
        return bytes;
    }
}
