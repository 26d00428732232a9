package io.journey.local.registry.catalogue;

/** Whether softly deleted versions are seen. */
public enum Visibility {
    LIVE,
    WITH_DELETED,
    DELETED_ONLY;

    boolean shows(SchemaVersion version) {
        return switch (this) {
            case LIVE -> !version.deleted();
            case WITH_DELETED -> true;
            case DELETED_ONLY -> version.deleted();
        };
    }
}
