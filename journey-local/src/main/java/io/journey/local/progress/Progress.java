package io.journey.local.progress;

import java.io.PrintWriter;
import java.time.Clock;

/** Shows how far a piece of work is: a bar on a terminal, a line now and then elsewhere. */
public interface Progress extends AutoCloseable {

    /** Set to true by the journey script when the error stream is a terminal. */
    String TERMINAL = "journey.terminal";

    /**
     * @param task what is being done, one word
     * @param unit in what it is counted
     * @param total how much there is to do; 0 when nobody knows
     */
    static Progress of(String task, Unit unit, long total, PrintWriter err) {
        return Boolean.getBoolean(TERMINAL)
                ? new BarProgress(task, unit, total)
                : new LineProgress(task, unit, total, err, Clock.systemUTC());
    }

    /**
     * @param done of the total
     * @param note what else there is to say, short
     */
    void at(long done, String note);

    @Override
    void close();
}
