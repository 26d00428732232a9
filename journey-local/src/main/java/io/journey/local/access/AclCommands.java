package io.journey.local.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Grants as command lines of Kafka's own tool, for whoever owns the cluster.
 *
 * @param bootstrapServers brokers that the lines name
 */
public record AclCommands(String bootstrapServers) {

    /** One line for each grant of a role. */
    public List<String> lines(Role role, Installation installation, String principal) {
        return role.grants(installation).stream()
                .map(grant -> line(grant, principal))
                .toList();
    }

    private String line(Grant grant, String principal) {
        List<String> words = new ArrayList<>(List.of(
                "kafka-acls.sh",
                "--bootstrap-server",
                bootstrapServers,
                "--command-config",
                "admin.properties",
                "--add",
                "--allow-principal",
                quoted(principal)));
        grant.operations().forEach(operation -> words.addAll(List.of("--operation", spelled(operation))));
        if (grant.pattern() == PatternType.PREFIXED) {
            words.addAll(List.of("--resource-pattern-type", "prefixed"));
        }
        grant.names().forEach(name -> words.addAll(List.of(option(grant.type()), name)));
        return String.join(" ", words);
    }

    private static String option(ResourceType type) {
        return "--" + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String spelled(AclOperation operation) {
        return List.of(operation.name().split("_", -1)).stream()
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** Principals of certificates hold commas, equal signs and spaces. */
    private static String quoted(String principal) {
        return principal.matches("[A-Za-z0-9:._-]+") ? principal : "'" + principal + "'";
    }
}
