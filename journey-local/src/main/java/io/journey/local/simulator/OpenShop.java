package io.journey.local.simulator;

import io.journey.events.producer.TouchpointProducer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * A shop at work on a thread of its own, which sends through Kafka: first weeks of history as fast as possible, journeys
 * as slow as in life; then live, where a day of a journey passes in a minute. No event ever lies in the future.
 */
public final class OpenShop implements AutoCloseable {

    private static final Duration HISTORY = Duration.ofDays(42);
    private static final double HISTORY_EVENTS = 20_000;
    private static final double AS_IN_LIFE = 1;
    private static final double A_DAY_IN_A_MINUTE = 1_440;
    private static final Duration WARM_UP = Duration.ofMinutes(10);
    private static final double DUPLICATES = 0.02;
    private static final double LATE = 0.03;
    private static final Duration PAGE_EVERY = Duration.ofSeconds(1);
    private static final long PATIENCE_MS = 20_000;

    private final TouchpointProducer producer;
    private final double perSecond;
    private final Optional<Path> diaryFile;
    private final Clock clock;
    private final Thread thread = new Thread(this::work, "shop");
    private final AtomicLong sent = new AtomicLong();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private ShopDiary diary;

    /**
     * @param producer is closed with the shop
     * @param seed start of its chance; a diary keeps the one it was begun with
     * @param perSecond events per second once it is live, as a mean over the day
     * @param diaryFile keeps how far it has come, so that a restart goes on; without one every start is another shop,
     *     with customers and events of its own
     */
    public OpenShop(TouchpointProducer producer, long seed, double perSecond, Optional<Path> diaryFile, Clock clock) {
        this.producer = producer;
        this.perSecond = perSecond;
        this.diaryFile = diaryFile;
        this.clock = clock;
        this.diary = diaryFile.flatMap(ShopDiary::read).orElseGet(() -> ShopDiary.firstPage(seed, clock.instant()));
    }

    /** Begins to send. */
    public void open() {
        thread.start();
    }

    /** Deliveries handed to the producer. */
    public long sent() {
        return sent.get();
    }

    /** What ended the work before it was asked to end. */
    public Optional<RuntimeException> failure() {
        return Optional.ofNullable(failure.get());
    }

    private void work() {
        try {
            turnTo(diary);
            if (!diary.historySent()) {
                send(history());
                producer.flush();
                turnTo(diary.withHistorySent());
            }
            turnTo(diary.withAnotherRun());
            send(live());
        } catch (InterruptedException | InterruptException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unexpected) {
            failure.set(unexpected);
        }
    }

    private Shop history() {
        Phase weeks = new Phase(diary.opened().minus(HISTORY), HISTORY_EVENTS / HISTORY.toSeconds(), AS_IN_LIFE, 0.3);
        return shop("past", weeks);
    }

    /** After a stop it goes on where it stopped, but does not make up for more than the warm-up. */
    private Shop live() {
        Instant earliest = clock.instant().minus(WARM_UP);
        Instant begin = diary.lastSent().isAfter(earliest) ? diary.lastSent() : earliest;
        return shop("live" + diary.runs(), new Phase(begin, perSecond, A_DAY_IN_A_MINUTE, 0.1));
    }

    private Shop shop(String run, Phase phase) {
        String name = diaryFile.isPresent()
                ? run
                : run + "-" + Long.toString(diary.opened().toEpochMilli(), 36);
        return new Shop(
                new ShopSettings(diary.seed() + diary.runs(), name, List.of(phase), DUPLICATES, LATE, Long.MAX_VALUE));
    }

    private void send(Shop shop) throws InterruptedException {
        Pacing pacing = new Pacing(clock, 0);
        Instant end = diary.historySent() ? Instant.MAX : diary.opened().minus(WARM_UP);
        Instant nextPage = clock.instant();
        for (Delivery delivery = shop.next(); delivery.at().isBefore(end); delivery = shop.next()) {
            pacing.await(delivery);
            producer.send(delivery.event());
            sent.incrementAndGet();
            if (diary.historySent() && clock.instant().isAfter(nextPage)) {
                turnTo(diary.sentUntil(delivery.at()));
                nextPage = clock.instant().plus(PAGE_EVERY);
            }
        }
    }

    private void turnTo(ShopDiary page) {
        diary = page;
        diaryFile.ifPresent(page::write);
    }

    /** Sends nothing more, and returns when everything sent is stored. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE_MS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
