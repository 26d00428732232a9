package io.journey.local.replay;

import io.journey.core.definition.Definition;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The closing words of a replay. */
final class Summary {

    private final PrintWriter err;

    Summary(PrintWriter err) {
        this.err = err;
    }

    void lines(int files, Tally tally) {
        say(
                "%,d %s, %,d lines = %,d events sent + %,d lines rejected",
                files, files == 1 ? "file" : "files", tally.lines(), tally.sentEvents(), tally.rejectedLines());
        byReason("lines rejected by reason", tally.rejectedByReason());
    }

    /** Says what a definition made of the events, and what of it does not add up. */
    void account(Definition definition, Optional<Instant> closedAt, Account account, List<String> differences) {
        say(
                "%s version %d, %s:",
                definition.journey(),
                definition.version(),
                closedAt.map(instant -> "closed at " + instant).orElse("without any event"));
        say(
                "  %,d read = %,d in journeys + %,d duplicate + %,d rejected",
                account.read(), account.inJourneys(), account.duplicate(), account.rejectedRecords());
        byReason("  rejected topic by reason", account.rejected());
        say("  %,d transitions", account.transitions());
        differences.forEach(difference -> say("  the balance does not close: %s", difference));
    }

    void speed(long events, Duration took) {
        double seconds = took.toMillis() / 1000.0;
        say("%.1f seconds, %,.0f events/s", seconds, events / seconds);
    }

    private void byReason(String what, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            say(
                    "%s: %s",
                    what,
                    counts.entrySet().stream()
                            .map(count -> count.getKey() + " " + String.format(Locale.ROOT, "%,d", count.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void say(String format, Object... values) {
        err.println(String.format(Locale.ROOT, format, values));
        err.flush();
    }
}
