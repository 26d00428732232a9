package io.journey.local.replay;

import io.journey.core.definition.Definition;
import io.journey.local.command.Failures;
import io.journey.local.progress.Progress;
import io.journey.local.progress.Unit;
import io.journey.streams.JourneyApplication;
import io.journey.streams.replay.ReplayClosing;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Feeds files to a running application, all at once, and waits until the answer is exact. */
final class Replay {

    private static final long GLANCE_MS = 100;

    private final JourneyApplication application;
    private final EventSender sender;
    private final PrintWriter err;
    private final Tally tally = new Tally();

    Replay(JourneyApplication application, EventSender sender, PrintWriter err) {
        this.application = application;
        this.sender = sender;
        this.err = err;
    }

    Tally tally() {
        return tally;
    }

    /** Returns when every line of every file is stored in Kafka. */
    void feed(List<EventFile> files) throws IOException, InterruptedException {
        long size = 0;
        for (EventFile file : files) {
            size += file.size();
        }
        LineFaults faults = new LineFaults(err);
        ExecutorService readers = Executors.newFixedThreadPool(files.size());
        try (Progress progress = Progress.of("reading", Unit.MEGABYTES, size, err)) {
            List<Future<?>> feeds = new ArrayList<>();
            files.forEach(file -> feeds.add(readers.submit(new Feed(file, sender, faults, tally))));
            while (!allDone(feeds)) {
                progress.at(tally.bytes().sum(), events());
                glance();
            }
            sender.flush();
            progress.at(tally.bytes().sum(), events());
        } finally {
            readers.shutdownNow();
        }
        faults.tellRest();
    }

    private String events() {
        return String.format(Locale.ROOT, "%,d events", tally.sentEvents());
    }

    private static boolean allDone(List<Future<?>> feeds) throws InterruptedException {
        boolean all = true;
        for (Future<?> feed : feeds) {
            if (!feed.isDone()) {
                all = false;
                continue;
            }
            try {
                feed.get();
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException("a file could not be fed", failure.getCause());
            }
        }
        return all;
    }

    /**
     * Returns when everything fed is in the published topics, and time is closed.
     *
     * @return the instant at which time was closed; empty when there was no event
     */
    Optional<Instant> close(Definition definition, Optional<Instant> asOf) throws InterruptedException {
        try (ReplayClosing closing = application.closing(definition, asOf.orElse(null));
                Progress progress = Progress.of("processing", Unit.EVENTS, tally.sentEvents(), err)) {
            ReplayClosing.Step step = closing.advance();
            while (step != ReplayClosing.Step.DONE) {
                long behind = step == ReplayClosing.Step.READING ? closing.behind() : 0;
                progress.at(Math.max(0, tally.sentEvents() - behind), note(step));
                glance();
                step = closing.advance();
            }
            progress.at(tally.sentEvents(), note(step));
            return Optional.ofNullable(closing.closedAt());
        }
    }

    private static String note(ReplayClosing.Step step) {
        return switch (step) {
            case READING, REPORTING -> "into journeys";
            case LAPSING -> "closing time";
            case SUMMING -> "summing up";
            case DONE -> "done";
        };
    }

    private void glance() throws InterruptedException {
        Failures.requireProcessing(application);
        TimeUnit.MILLISECONDS.sleep(GLANCE_MS);
    }
}
