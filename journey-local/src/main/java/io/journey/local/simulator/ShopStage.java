package io.journey.local.simulator;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * The stages of {@code definitions/shop.yaml} as the shop's customers live them: how long a silence ends a journey, and
 * which contacts do not lead out of a stage.
 */
public enum ShopStage {
    OUT_OF_MARKET(Duration.ofDays(30), Duration.ofDays(4)),
    TRIGGER(Duration.ofDays(7), Duration.ofHours(10)),
    CONSIDERATION(Duration.ofDays(7), Duration.ofHours(16)),
    EVALUATION(Duration.ofDays(7), Duration.ofHours(12)),
    DECISION(Duration.ofDays(3), Duration.ofHours(3)),
    EXPERIENCE(Duration.ofDays(21), Duration.ofDays(2)),
    LOYALTY(Duration.ofDays(30), Duration.ofDays(5));

    private static final Set<ShopStage> BOUGHT = EnumSet.of(EXPERIENCE, LOYALTY);
    private static final Set<ShopStage> BEFORE_BUYING = EnumSet.range(TRIGGER, DECISION);
    private static final Set<ShopStage> UNDER_WAY = EnumSet.range(CONSIDERATION, DECISION);

    private final Duration lapseAfter;
    private final Duration medianGap;

    ShopStage(Duration lapseAfter, Duration medianGap) {
        this.lapseAfter = lapseAfter;
        this.medianGap = medianGap;
    }

    /** Id in the definition, for example {@code out-of-market}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Silence that ends a journey in this stage. */
    public Duration lapseAfter() {
        return lapseAfter;
    }

    /** Median of the time from one contact in this stage to the customer's next, before a persona's pace. */
    public Duration medianGap() {
        return medianGap;
    }

    /** Whether a contact of {@code other} leaves a customer where they are. */
    boolean isStickyAgainst(ShopStage other) {
        boolean advertising = other == OUT_OF_MARKET && this != OUT_OF_MARKET;
        return advertising || (other == TRIGGER && UNDER_WAY.contains(this));
    }

    /** Whether a contact of {@code next} completes the journey and opens another. */
    boolean restartsAt(ShopStage next) {
        return BOUGHT.contains(this) && BEFORE_BUYING.contains(next);
    }
}
