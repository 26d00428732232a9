package io.journey.events.topic;

import java.util.List;

/** What a registry has of one subject, held against what this release needs. */
public sealed interface SubjectFinding {

    /** The subject, and our schema. */
    Subject subject();

    /**
     * Our schema is there, and the level is ours.
     *
     * @param id that records name it by
     */
    record AsItShouldBe(Subject subject, int id) implements SubjectFinding {}

    /** Our schema is there; anybody could break it, for the level allows what ours does not. */
    record AtAnotherLevel(Subject subject, int id, String level) implements SubjectFinding {}

    /**
     * Our schema is not there, and may be registered.
     *
     * @param versions of the subject that there are, from 0
     */
    record Missing(Subject subject, int versions) implements SubjectFinding {}

    /**
     * Our schema is not there, and cannot be read, or cannot read, what is.
     *
     * @param reasons at least one
     */
    record Refused(Subject subject, List<String> reasons) implements SubjectFinding {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }
}
