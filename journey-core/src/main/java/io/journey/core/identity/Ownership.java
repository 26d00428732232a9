package io.journey.core.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who owns an identity at an instant: the last claim at or before it; else the earliest claim, if it is at most {@code
 * lookback} later; else nobody, and the identity is a customer of its own.
 */
final class Ownership {

    private final long lookback;

    /**
     * The instants whose owner depends on one claim.
     *
     * @param from first of them
     * @param to first that no longer is
     * @param without owner if the claim were not there; null for nobody
     * @param with owner while it is there
     */
    record Shift(
            long from,
            long to,
            @Nullable String without,
            @Nullable String with) {

        boolean isEmpty() {
            return from >= to || Objects.equals(without, with);
        }
    }

    Ownership(Duration lookback) {
        this.lookback = lookback.toMillis();
    }

    @Nullable String owner(Timeline claims, long instant) {
        Claim last = claims.lastAt(instant);
        return last != null ? last.claimant() : reachedBack(claims.first(), instant);
    }

    private @Nullable String reachedBack(@Nullable Claim earliest, long instant) {
        return earliest != null && instant >= reach(earliest) ? earliest.claimant() : null;
    }

    /** The first instant that the earliest claim reaches back to. */
    private long reach(Claim earliest) {
        return earliest.instant() - lookback;
    }

    /**
     * What changes when a claim comes or goes.
     *
     * @param before the claim before it
     * @param after the claim after it
     */
    List<Shift> shifts(@Nullable Claim before, Claim claim, @Nullable Claim after) {
        List<Shift> shifts = new ArrayList<>();
        long end = after == null ? Long.MAX_VALUE : after.instant();
        if (before != null) {
            add(shifts, new Shift(claim.instant(), end, before.claimant(), claim.claimant()));
            return shifts;
        }
        // It is the earliest claim, which reaches back; without it, the next one would.
        long nextReach = after == null ? Long.MAX_VALUE : reach(after);
        String next = after == null ? null : after.claimant();
        add(shifts, new Shift(reach(claim), Math.min(nextReach, end), null, claim.claimant()));
        add(shifts, new Shift(nextReach, end, next, claim.claimant()));
        return shifts;
    }

    private static void add(List<Shift> shifts, Shift shift) {
        if (!shift.isEmpty()) {
            shifts.add(shift);
        }
    }
}
