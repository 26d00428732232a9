package io.journey.streams.intake;

import io.journey.streams.clock.WatermarkPolicy;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far an event may be off.
 *
 * @param maxClockSkew how far after its arrival an event may say that it happened
 * @param historyHorizon how far before the watermark an event may lie; null for no limit
 * @param maxEventBytes size of the largest record that is decoded
 */
public record Limits(Duration maxClockSkew, @Nullable Duration historyHorizon, int maxEventBytes) {

    boolean isTooLate(long at, long watermark) {
        return historyHorizon != null
                && watermark != WatermarkPolicy.UNKNOWN
                && at < watermark - historyHorizon.toMillis();
    }
}
