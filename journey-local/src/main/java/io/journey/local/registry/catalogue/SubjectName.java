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
        return mayHaveSettings(subject) && !subject.startsWith(CONTEXT);
    }

    /** Settings are kept for contexts too, although no schema of one can be registered here. */
    static boolean mayHaveSettings(String subject) {
        return !RESERVED.contains(subject) && subject.chars().noneMatch(Character::isISOControl);
    }

    /** Whether a name is that of a whole context or lies in one: {@code :.context:subject}. */
    static boolean isWithin(String context, String subject) {
        return context.isEmpty()
                ? !subject.startsWith(CONTEXT)
                : context.startsWith(CONTEXT) && context.endsWith(":") && subject.startsWith(context);
    }
}
