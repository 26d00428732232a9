package io.journey.local.registry.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who may write a subject. */
public enum Mode {
    READWRITE,
    READONLY,
    /** As a global mode it also binds subjects that have a mode of their own. */
    READONLY_OVERRIDE,
    /** Only schemas that bring their id and version, as they come from another registry. */
    IMPORT;

    /** Reads a mode in any case; empty when there is none of that name. */
    public static Optional<Mode> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(mode -> mode.name().equals(upper)).findFirst();
    }

    boolean readOnly() {
        return this == READONLY || this == READONLY_OVERRIDE;
    }
}
