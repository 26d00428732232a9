package io.journey.local.registry.catalogue;

/** Whether a deletion hides versions or removes hidden ones. */
public enum Permanence {
    SOFT,
    PERMANENT;

    /** What a deletion of this kind finds: it hides what is live and removes what is left. */
    Visibility reach() {
        return this == SOFT ? Visibility.LIVE : Visibility.WITH_DELETED;
    }
}
