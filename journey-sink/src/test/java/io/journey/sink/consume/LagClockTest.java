package io.journey.sink.consume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LagClockTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LagClock clock = new LagClock();

    @Test
    void whatIsAllStoredIsNotBehind() {
        clock.stored(10);
        clock.seen(10, 0);

        assertThat(clock.records()).isZero();
        assertThat(clock.behind(99 * SECOND)).isZero();
    }

    @Test
    void theOldestUnstoredEndCountsHoweverMuchFollows() {
        clock.stored(10);
        clock.seen(11, 5 * SECOND);
        clock.seen(500, 6 * SECOND);

        assertThat(clock.records()).isEqualTo(490);
        assertThat(clock.behind(9 * SECOND)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aSteadyFlowIsAsFarBehindAsItsBatchesTake() {
        for (int second = 1; second <= 10_000; second++) {
            clock.stored(100L * (second - 1));
            clock.seen(100L * second, second * SECOND);
        }

        assertThat(clock.behind(10_001 * SECOND)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aSinkThatWritesNothingFallsEverFurtherBehind() {
        for (int second = 1; second <= 10_000; second++) {
            clock.stored(0);
            clock.seen(100L * second, second * SECOND);
        }

        assertThat(clock.behind(10_000 * SECOND)).isEqualTo(Duration.ofSeconds(9_999));
    }
}
