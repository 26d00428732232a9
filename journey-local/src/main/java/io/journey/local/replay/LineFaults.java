package io.journey.local.replay;

import io.journey.events.json.ParsedTouchpoint.Fault;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;

/** Tells which lines are no events: the first ones each, of the rest how many. */
final class LineFaults {

    private static final int TOLD_EACH = 20;

    private final PrintWriter err;
    private final AtomicLong count = new AtomicLong();

    LineFaults(PrintWriter err) {
        this.err = err;
    }

    void tell(String file, long line, Fault fault) {
        if (count.incrementAndGet() <= TOLD_EACH) {
            err.println(file + ":" + line + ": " + fault.reason() + ": " + printable(fault.detail()));
            err.flush();
        }
    }

    /** Details quote the line, which may hold anything, and a terminal obeys some of it. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    void tellRest() {
        long rest = count.get() - TOLD_EACH;
        if (rest > 0) {
            err.println("journey: " + rest + (rest == 1 ? " more line is no event" : " more lines are no events")
                    + "; the rejected topic holds all of them");
            err.flush();
        }
    }
}
