package io.journey.local.access;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.TopicNames;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;

/** Prints the page of what each part needs at the brokers, docs/acls.md. */
public final class AccessPage {

    private AccessPage() {}

    /** The page, for an installation with the usual names and for any definition. */
    public static String markdown() {
        Installation usual =
                new Installation(TopicNames.of(JourneyTopic.DEFAULT_PREFIX), JourneyTopic.DEFAULT_PREFIX, List.of());
        StringBuilder page = new StringBuilder("""
                # Rights at the brokers

                Printed from the catalogue of topics and compared by a test; `-Dregenerate=true` writes it anew. With your names:
                `journey topics acls`; with `--definition` for the applications of these definitions only.

                The least that each part needs, where the brokers have an authorizer and nothing is allowed that is not granted.
                A test runs the pipeline with exactly these grants, each part as a principal of its own, and sees principals
                without them refused. Read and Write include Describe. Nobody needs rights on the cluster; nobody but provisioning
                may create the published topics, so create them before the application starts: `journey topics apply`.

                """);
        for (Role role : Role.values()) {
            append(page, role, usual);
        }
        page.append("""
                ## As commands

                `admin.properties` is how an administrator reaches the brokers.

                ```
                """);
        for (Role role : Role.values()) {
            new AclCommands("localhost:9092")
                    .lines(role, usual, role.usualPrincipal())
                    .forEach(line -> page.append(line).append('\n'));
        }
        return page.append("```\n").toString();
    }

    private static void append(StringBuilder page, Role role, Installation installation) {
        page.append("## ").append(role.name().toLowerCase(Locale.ROOT)).append("\n\n");
        page.append(role.meaning()).append("\n\n| what | names | operations | for |\n|---|---|---|---|\n");
        for (Grant grant : role.grants(installation)) {
            page.append("| %s | %s | %s | %s |\n"
                    .formatted(
                            grant.type().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            grant.names().stream()
                                    .map(name -> "`" + name + (grant.pattern() == PatternType.PREFIXED ? "*`" : "`"))
                                    .collect(Collectors.joining(", ")),
                            grant.operations().stream()
                                    .map(operation -> operation
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' '))
                                    .collect(Collectors.joining(", ")),
                            grant.why()));
        }
        page.append('\n');
    }
}
