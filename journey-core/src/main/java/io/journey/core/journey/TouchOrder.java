package io.journey.core.journey;

import java.util.Comparator;

/** Orders deliveries of one event. */
public final class TouchOrder {

    /**
     * The smaller delivery stands for the event. Instant and sequence decide; deliveries that agree in both but not in
     * content are ordered by content, so that which of them counts does not depend on which came first.
     */
    public static final Comparator<Touch> BY_DELIVERY = Comparator.comparing(Touch::position)
            .thenComparing(Touch::channel)
            .thenComparing(Touch::touchpoint)
            .thenComparing(Touch::source)
            .thenComparingInt(Touch::rule)
            .thenComparingLong(Touch::countedRules)
            .thenComparing(Touch::amount)
            .thenComparing(TouchOrder::compareProfiles);

    private TouchOrder() {}

    private static int compareProfiles(Touch one, Touch two) {
        for (int i = 0; i < one.profileSize(); i++) {
            String a = one.profile(i);
            String b = two.profile(i);
            int order = a == null || b == null ? Boolean.compare(a != null, b != null) : a.compareTo(b);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
