package io.journey.core.identity;

import org.jspecify.annotations.Nullable;

/** The claims on one identity, in event order. */
public interface Timeline {

    void add(Claim claim);

    void remove(Claim claim);

    /** The last claim of an instant at or before this one; null for none. */
    @Nullable Claim lastAt(long instant);

    @Nullable Claim first();

    /** The last claim before this one, which need not be on the timeline. */
    @Nullable Claim before(Claim claim);

    /** The first claim after this one, which need not be on the timeline. */
    @Nullable Claim after(Claim claim);
}
