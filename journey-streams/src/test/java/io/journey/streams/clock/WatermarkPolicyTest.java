package io.journey.streams.clock;

import static io.journey.streams.clock.WatermarkPolicy.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatermarkPolicyTest {

    private final WatermarkPolicy live = new WatermarkPolicy(WatermarkPolicy.Mode.LIVE, Duration.ZERO);
    private final WatermarkPolicy replay = new WatermarkPolicy(WatermarkPolicy.Mode.REPLAY, Duration.ZERO);

    private static Progress read(long last, long greatest, long readAt) {
        return new Progress(last, greatest, readAt, 1L, false, null);
    }

    private static Progress unread(long last) {
        return new Progress(last, last, 0L, 1L, true, null);
    }

    @Test
    void isTheLeastLastReadTimeOfThePartitionsThatAreBehind() {
        assertThat(live.watermark(List.of(unread(500), unread(300), read(100, 900, 0)), null, 10_000))
                .isEqualTo(300);
    }

    @Test
    void goesOnWithTheWallClockOnceAllIsRead() {
        assertThat(live.watermark(List.of(read(500, 800, 1_000), read(100, 900, 2_000)), null, 2_500))
                .isEqualTo(1_400);
    }

    @Test
    void anIdlePartitionDoesNotHoldItBack() {
        Progress idle = new Progress(null, null, null, null, false, null);
        assertThat(live.watermark(List.of(idle, read(100, 900, 2_000)), null, 2_000))
                .isEqualTo(900);
    }

    @Test
    void isUnknownWhileAPartitionHasNotReportedOrReadAnything() {
        assertThat(live.watermark(Arrays.asList(read(1, 1, 1), null), null, 5)).isEqualTo(UNKNOWN);
        assertThat(live.watermark(List.of(Progress.NONE, unread(300)), null, 5)).isEqualTo(UNKNOWN);
        assertThat(live.watermark(List.of(), null, 5)).isEqualTo(UNKNOWN);
    }

    @Test
    void isHeldBackByTheAllowedDisorder() {
        WatermarkPolicy held = new WatermarkPolicy(WatermarkPolicy.Mode.LIVE, Duration.ofMillis(50));
        assertThat(held.watermark(List.of(unread(300)), null, 0)).isEqualTo(250);
    }

    @Test
    void standsStillInAReplayUntilItIsClosed() {
        assertThat(replay.watermark(List.of(read(100, 900, 0)), null, 99_999)).isEqualTo(UNKNOWN);
        assertThat(replay.watermark(List.of(unread(100)), 5_000L, 99_999)).isEqualTo(UNKNOWN);
        assertThat(replay.watermark(List.of(read(100, 900, 0)), 5_000L, 99_999)).isEqualTo(5_000);
    }
}
