package io.journey.core.identity;

import io.journey.core.journey.Touch;
import io.journey.core.journey.TouchOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often each form of one event has arrived, less how often it was withdrawn.
 *
 * <p>An event whose way changes is withdrawn along the old one and arrives along the new one, and either may be first.
 * Counting makes the outcome independent of that: when all is quiet there is one form, once, or none.
 */
public final class Arrivals {

    private static final Comparator<Touch> BY_FORM = TouchOrder.BY_DELIVERY;

    private final TreeMap<Touch, Integer> counts = new TreeMap<>(BY_FORM);

    /** One form and its count, which is not 0. */
    public record Counted(Touch touch, int count) {}

    private Arrivals() {}

    /**
     * @param counted each form at most once
     */
    public static Arrivals of(List<Counted> counted) {
        Arrivals arrivals = new Arrivals();
        counted.forEach(each -> arrivals.count(each.touch(), each.count()));
        return arrivals;
    }

    /** The arrivals where nothing but this is known; null for nothing. */
    static Arrivals of(@Nullable Touch touch) {
        return touch == null ? of(List.of()) : of(List.of(new Counted(touch, 1)));
    }

    void count(Touch touch, int times) {
        counts.merge(touch, times, Integer::sum);
        counts.remove(touch, 0);
    }

    /** The touch that stands for the event; null when it is not here. */
    @Nullable Touch present() {
        for (Map.Entry<Touch, Integer> form : counts.entrySet()) {
            if (form.getValue() > 0) {
                return form.getKey();
            }
        }
        return null;
    }

    /** Whether the touch that is present, or the lack of one, says it all. */
    boolean isPlain() {
        return counts.isEmpty() || (counts.size() == 1 && counts.firstEntry().getValue() == 1);
    }

    /** Every form with its count, in a fixed order. */
    public List<Counted> counted() {
        return counts.entrySet().stream()
                .map(form -> new Counted(form.getKey(), form.getValue()))
                .toList();
    }
}
