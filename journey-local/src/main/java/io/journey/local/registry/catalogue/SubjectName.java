package io.journey.local.registry.catalogue;

import java.util.Set;

/** Which subjects may exist. */
final class SubjectName {

    /** Names that the protocol keeps for itself. */
    private static final Set<String> RESERVED = Set.of("__GLOBAL", "__EMPTY");

    /** Starts the name of a context, a separate world of ids, which this registry does not have. */
    private static final String CONTEXT = ":.";

    private SubjectName() {}

    static boolean isValid(String subject) {
        return !RESERVED.contains(subject)
                && !subject.startsWith(CONTEXT)
                && subject.chars().noneMatch(Character::isISOControl);
    }
}
