package io.journey.local.doctor;

import io.journey.local.access.Grant;
import io.journey.local.access.Installation;
import io.journey.local.access.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** Whether the principal of the settings may do what a role needs, as far as brokers tell before it is done. */
record RightsCheck(Admin admin, Role role, Installation installation) implements Check {

    @Override
    public String subject() {
        return "rights of " + role.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Finding> look() throws InterruptedException, ExecutionException {
        List<Finding> findings = new ArrayList<>();
        int seen = 0;
        for (Grant grant : role.grants(installation)) {
            boolean whole = grant.pattern() == PatternType.LITERAL;
            boolean told = grant.type() == ResourceType.TOPIC || grant.type() == ResourceType.GROUP;
            for (String name : whole && told ? grant.names() : List.<String>of()) {
                seen++;
                Set<AclOperation> missing = missing(grant, name);
                if (!missing.isEmpty()) {
                    findings.add(fault(grant, name, missing));
                }
            }
        }
        if (findings.isEmpty()) {
            findings.add(
                    seen == 0
                            ? new Finding.Unseen(subject(), "brokers tell rights on whole names only")
                            : new Finding.Fine(subject(), "there are those on " + seen + " topics and groups"));
        }
        return findings;
    }

    private Finding fault(Grant grant, String name, Set<AclOperation> missing) {
        return new Finding.Fault(
                subject(),
                "the principal of --client-config may not "
                        + String.join(
                                " and ",
                                missing.stream()
                                        .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                                        .toList())
                        + " " + grant.type().name().toLowerCase(Locale.ROOT) + " " + name,
                "whoever owns the cluster must grant it; journey topics acls prints how");
    }

    private Set<AclOperation> missing(Grant grant, String name) throws InterruptedException, ExecutionException {
        Set<AclOperation> missing = EnumSet.copyOf(grant.operations());
        try {
            missing.removeAll(grant.type() == ResourceType.TOPIC ? allowedOnTopic(name) : allowedOnGroup(name));
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException
                    || failure.getCause() instanceof GroupIdNotFoundException) {
                // Nobody can be refused what does not exist; that a topic is missing is told elsewhere.
                return Set.of();
            }
            if (!(failure.getCause() instanceof AuthorizationException)) {
                throw failure;
            }
        }
        return missing;
    }

    private Set<AclOperation> allowedOnTopic(String name) throws InterruptedException, ExecutionException {
        return admin.describeTopics(List.of(name), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues()
                .values()
                .iterator()
                .next()
                .get()
                .authorizedOperations();
    }

    private Set<AclOperation> allowedOnGroup(String name) throws InterruptedException, ExecutionException {
        return admin.describeConsumerGroups(
                        List.of(name), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                .describedGroups()
                .values()
                .iterator()
                .next()
                .get()
                .authorizedOperations();
    }
}
