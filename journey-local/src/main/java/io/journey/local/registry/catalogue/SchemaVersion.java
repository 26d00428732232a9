package io.journey.local.registry.catalogue;

import java.time.Instant;

/**
 * A schema as one version of a subject.
 *
 * @param version within the subject, from 1
 * @param id of the content, from 1, the same in each subject that holds it
 * @param since when this version was registered
 * @param deleted softly: hidden, but still there for readers of old data
 */
public record SchemaVersion(
        String subject, int version, int id, SchemaContent content, Instant since, boolean deleted) {

    SchemaVersion withDeletion() {
        return new SchemaVersion(subject, version, id, content, since, true);
    }
}
