package io.journey.core.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An uninterrupted time in which an identity belongs to one claimant, for those who want to see who owned it when.
 *
 * @param claimant who owns it
 * @param from first instant of it
 * @param to first instant that is no longer of it; {@link #STILL} while it lasts
 * @param by the claim that it began with; later than {@code from} where it reaches back
 * @param claims how many claims of the claimant it rests on
 */
public record Tenure(String claimant, long from, long to, Claim by, int claims) {

    /** End of a tenure that no later claim has ended. */
    public static final long STILL = Long.MAX_VALUE;

    /**
     * The tenures of an identity, in order; between the first of them and the beginning of time it owns itself.
     *
     * @param claims all claims on it, in order
     * @param lookback how far the earliest one reaches back
     */
    public static List<Tenure> of(List<Claim> claims, Duration lookback) {
        List<Tenure> tenures = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            long from = i == 0 ? claim.instant() - lookback.toMillis() : claim.instant();
            long to = i + 1 < claims.size() ? claims.get(i + 1).instant() : STILL;
            if (from < to) {
                append(tenures, new Tenure(claim.claimant(), from, to, claim, 1));
            }
        }
        return tenures;
    }

    private static void append(List<Tenure> tenures, Tenure next) {
        int last = tenures.size() - 1;
        if (last >= 0 && tenures.get(last).claimant.equals(next.claimant)) {
            Tenure before = tenures.get(last);
            tenures.set(
                    last, new Tenure(before.claimant, before.from, next.to, before.by, before.claims + next.claims));
        } else {
            tenures.add(next);
        }
    }

    public boolean covers(long instant) {
        return from <= instant && instant < to;
    }
}
