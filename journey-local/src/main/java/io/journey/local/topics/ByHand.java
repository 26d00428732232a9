package io.journey.local.topics;

import io.journey.events.topic.TopicFinding;
import io.journey.events.topic.TopicLayout;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is to do as command lines of Kafka's own tools, for whoever may do it. */
record ByHand(String bootstrapServers, TopicLayout layout) {

    void print(List<TopicFinding> findings, PrintWriter out) {
        out.println();
        out.println("# Not allowed here. For whoever owns the cluster; admin.properties is how they reach it:");
        findings.forEach(finding -> {
            if (finding instanceof TopicFinding.Missing missing) {
                out.println(create(missing));
            } else if (!finding.settable().isEmpty()) {
                out.println(set(finding));
            }
        });
        out.flush();
    }

    private String create(TopicFinding.Missing missing) {
        return tool("kafka-topics.sh") + " --create --topic " + missing.name() + " --partitions "
                + layout.partitions(missing.topic())
                + (layout.replication() < 0 ? "" : " --replication-factor " + layout.replication())
                + new TreeMap<>(missing.topic().config())
                        .entrySet().stream()
                                .map(entry -> " --config " + entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining());
    }

    private String set(TopicFinding finding) {
        return tool("kafka-configs.sh") + " --alter --entity-type topics --entity-name " + finding.name()
                + " --add-config "
                + finding.settable().stream()
                        .map(difference -> difference.setting() + "=" + difference.expected())
                        .collect(Collectors.joining(","));
    }

    private String tool(String name) {
        return name + " --bootstrap-server " + bootstrapServers + " --command-config admin.properties";
    }
}
