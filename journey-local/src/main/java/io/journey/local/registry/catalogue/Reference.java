package io.journey.local.registry.catalogue;

import java.util.Comparator;

/**
 * A named type that a schema borrows from another subject.
 *
 * @param name full name of the type
 * @param subject where it is registered
 * @param version of that subject, {@link #LATEST} for the newest
 */
public record Reference(String name, String subject, int version) implements Comparable<Reference> {

    /** Stands for whatever version is the newest when the reference is followed. */
    public static final int LATEST = -1;

    private static final Comparator<Reference> ORDER = Comparator.comparing(Reference::name)
            .thenComparing(Reference::subject)
            .thenComparingInt(Reference::version);

    @Override
    public int compareTo(Reference other) {
        return ORDER.compare(this, other);
    }
}
