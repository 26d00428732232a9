package io.journey.streams.stitch;

import io.journey.core.identity.Delivery;
import io.journey.core.identity.Ladder;
import io.journey.core.identity.Rung;
import io.journey.core.journey.Touch;
import io.journey.streams.codec.DueKind;
import io.journey.streams.ladder.Message;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Forgets what is older than the history horizon and settled. An event of before the horizon is rejected, and a claim
 * reaches back from its event by the lookback at most; so nothing can change what is older than both together.
 */
final class Settling {

    /** Messages between identities may be under way for a while, and are let arrive first. */
    private static final long UNDER_WAY = Duration.ofDays(1).toMillis();

    /** An identity is looked at once a day at most. */
    private static final long GRAIN = Duration.ofDays(1).toMillis();

    private final Stores stores;
    private final Ladder ladder;
    private final @Nullable Long keep;

    /**
     * @param horizon null keeps everything for good
     */
    Settling(Stores stores, Ladder ladder, @Nullable Duration horizon, Duration lookback) {
        this.stores = stores;
        this.ladder = ladder;
        this.keep = horizon == null ? null : Long.valueOf(horizon.plus(lookback).toMillis() + UNDER_WAY);
    }

    /** Notes when what a message brought to an identity may be looked at. */
    void schedule(Message message) {
        if (keep == null) {
            return;
        }
        Set<Long> days = new HashSet<>();
        if (message instanceof Message.Addressed addressed && addressed.input() instanceof Delivery delivery) {
            days.add(day(delivery.touch().at()));
        } else if (message instanceof Message.Sent sent && sent.rung() instanceof Rung.Moved moved) {
            for (Touch touch : moved.arriving()) {
                days.add(day(touch.at()));
            }
        } else if (message instanceof Message.Sent sent && sent.rung() instanceof Rung.Claimed claimed) {
            days.add(day(claimed.claim().at().at()));
        }
        days.forEach(day -> stores.due().enter(DueKind.SETTLING, day, message.to()));
    }

    private long day(long at) {
        return Math.floorDiv(at + keep(), GRAIN) * GRAIN + GRAIN;
    }

    private long keep() {
        return keep == null ? 0 : keep;
    }

    void settle(String identity, long watermark) {
        StoredNode node = new StoredNode(stores, identity);
        ladder.settle(node, watermark - keep());
        node.save();
    }
}
