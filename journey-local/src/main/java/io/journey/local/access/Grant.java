package io.journey.local.access;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Operations on resources that a principal is allowed.
 *
 * @param type what the resources are
 * @param pattern whether the names are whole names or beginnings of names
 * @param names at least one
 * @param operations at least one; Kafka adds Describe to Read and Write by itself
 * @param why what they are for
 */
public record Grant(
        ResourceType type, PatternType pattern, List<String> names, List<AclOperation> operations, String why) {

    private static final String EVERY_HOST = "*";

    public Grant {
        names = List.copyOf(names);
        operations = List.copyOf(operations);
    }

    /** The grant as Kafka's entries. */
    public Stream<AclBinding> bindings(String principal) {
        return names.stream()
                .flatMap(name -> operations.stream()
                        .map(operation -> new AclBinding(
                                new ResourcePattern(type, name, pattern),
                                new AccessControlEntry(principal, EVERY_HOST, operation, AclPermissionType.ALLOW))));
    }
}
