package io.journey.local.progress;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A line every ten seconds, for logs and pipes. */
final class LineProgress implements Progress {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final String task;
    private final Unit unit;
    private final long total;
    private final PrintWriter err;
    private final Clock clock;
    private final Instant begin;
    private Instant nextLine;

    LineProgress(String task, Unit unit, long total, PrintWriter err, Clock clock) {
        this.task = task;
        this.unit = unit;
        this.total = total;
        this.err = err;
        this.clock = clock;
        this.begin = clock.instant();
        this.nextLine = begin.plus(INTERVAL);
    }

    @Override
    public void at(long done, String note) {
        Instant now = clock.instant();
        if (now.isBefore(nextLine)) {
            return;
        }
        nextLine = now.plus(INTERVAL);
        double seconds = Duration.between(begin, now).toMillis() / 1000.0;
        double perSecond = done / seconds;
        String amount = String.format(Locale.ROOT, "%,d%s", done / unit.size(), unit.label());
        String rate = String.format(Locale.ROOT, "%,.1f%s/s", perSecond / unit.size(), unit.label());
        err.println("journey: " + task + ": " + share(done) + amount + ", " + rate + left(done, perSecond)
                + (note.isEmpty() ? "" : ", " + note));
        err.flush();
    }

    private String share(long done) {
        return total == 0 ? "" : Math.min(100, done * 100 / total) + " %, ";
    }

    private String left(long done, double perSecond) {
        if (total == 0 || perSecond == 0) {
            return "";
        }
        long seconds = Math.round(Math.max(0, total - done) / perSecond);
        return String.format(Locale.ROOT, ", %d:%02d left", seconds / 60, seconds % 60);
    }

    @Override
    public void close() {}
}
