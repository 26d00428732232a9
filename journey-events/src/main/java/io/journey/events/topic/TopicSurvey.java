package io.journey.events.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;

/** Looks at every topic of an installation and says what there is to do. Changes nothing. */
public final class TopicSurvey {

    private final Admin admin;
    private final TopicLayout layout;
    private final Predicate<String> companions;
    private final TopicComparison comparison;

    /**
     * @param companions true of names of topics that must have as many partitions as the touchpoint topic, where they
     *     exist: those in which the identities of a definition send each other messages
     */
    public TopicSurvey(Admin admin, TopicLayout layout, Predicate<String> companions) {
        this.admin = admin;
        this.layout = layout;
        this.companions = companions;
        this.comparison = new TopicComparison(layout);
    }

    /**
     * A finding for each topic in the catalogue's order, then for each companion.
     *
     * @throws org.apache.kafka.common.errors.AuthorizationException when the brokers do not let us look
     */
    public List<TopicFinding> findings() {
        List<String> names =
                List.of(JourneyTopic.values()).stream().map(layout::name).toList();
        Map<String, TopicDescription> existing = ExistingTopics.describe(admin, names);
        Map<String, Config> configs = ExistingTopics.configs(admin, existing.keySet());
        List<TopicFinding> findings = new ArrayList<>();
        for (JourneyTopic topic : JourneyTopic.values()) {
            String name = layout.name(topic);
            TopicDescription description = existing.get(name);
            Config config = configs.get(name);
            findings.add(
                    description == null || config == null
                            ? new TopicFinding.Missing(name, topic)
                            : comparison.compare(topic, description, config));
        }
        List<String> others = Answers.get(admin.listTopics().names()).stream()
                .filter(companions)
                .sorted()
                .toList();
        ExistingTopics.describe(admin, others)
                .values()
                .forEach(each -> findings.add(comparison.compareCompanion(each)));
        return findings;
    }
}
