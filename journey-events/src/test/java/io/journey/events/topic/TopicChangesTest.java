package io.journey.events.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicChangesTest extends OnABroker {

    @Test
    void createsWhatIsMissingAndSetsWhatDiffersAndThenThereIsNothingToDo() throws Exception {
        TopicLayout layout = new TopicLayout("set", 3, (short) 1);
        create(new NewTopic("set.funnel.v1", 3, (short) 1).configs(Map.of("cleanup.policy", "compact,delete")));
        create(new NewTopic("set.rejected.v1", 3, (short) 1)
                .configs(Map.of("cleanup.policy", "compact", "max.message.bytes", "9000000")));
        create(new NewTopic("set.touchpoints.v1", 3, (short) 1)
                .configs(Map.of("max.message.bytes", "1000000", "retention.ms", "604800000")));

        List<TopicFinding> before = findings(layout);

        assertThat(before).hasSize(JourneyTopic.values().length);
        assertThat(before.stream().filter(TopicFinding.Missing.class::isInstance))
                .hasSize(JourneyTopic.values().length - 3);
        assertThat(finding(before, "set.funnel.v1").settable())
                .containsExactly(new TopicDifference.Settable("cleanup.policy", "compact,delete", "compact"));
        assertThat(finding(before, "set.touchpoints.v1").settable())
                .containsExactly(
                        new TopicDifference.Settable("max.message.bytes", "1000000", "4194304"),
                        new TopicDifference.Settable("message.timestamp.type", "CreateTime", "LogAppendTime"),
                        new TopicDifference.Settable("retention.ms", "604800000", "-1"));
        // More room than needed is nobody's fault.
        assertThat(finding(before, "set.rejected.v1")).isInstanceOf(TopicFinding.AsItShouldBe.class);

        changes(layout).apply(before);

        assertThat(findings(layout)).allMatch(TopicFinding.AsItShouldBe.class::isInstance);
    }

    @Test
    void whatCannotBeChangedIsNamedWithItsReasonAndThenNothingIs() throws Exception {
        TopicLayout layout = new TopicLayout("stay", 3, (short) 2);
        create(new NewTopic("stay.clock.v1", 2, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        create(new NewTopic("stay.funnel.v1", 5, (short) 1).configs(Map.of("cleanup.policy", "delete")));
        create(new NewTopic("stay-shop-v1-ladder", 4, (short) 1));

        ProvisioningException refused = catchThrowableOfType(
                ProvisioningException.class, () -> changes(layout).apply(findings(layout)));

        assertThat(refused.differences())
                .hasSize(5)
                .anyMatch(
                        line -> line.startsWith("topic stay.clock.v1 has partitions 2, expected 1: all read the whole"))
                .anyMatch(line -> line.startsWith("topic stay.funnel.v1 has partitions 5, expected 3: "))
                .anyMatch(line -> line.startsWith("topic stay.funnel.v1 has replication factor 1, expected 2: "))
                .anyMatch(line -> line.startsWith("topic stay-shop-v1-ladder has partitions 4, expected 3: "));
        assertThat(finding(findings(layout), "stay.funnel.v1").settable()).hasSize(1);
        assertThat(admin.listTopics().names().get()).doesNotContain("stay.touchpoints.v1");
    }

    private TopicChanges changes(TopicLayout layout) {
        return new TopicChanges(admin, layout, survey(layout));
    }

    private List<TopicFinding> findings(TopicLayout layout) {
        return survey(layout).findings();
    }

    private TopicSurvey survey(TopicLayout layout) {
        return new TopicSurvey(
                admin, layout, name -> name.startsWith(layout.names().prefix() + "-") && name.endsWith("-ladder"));
    }

    private static TopicFinding finding(List<TopicFinding> findings, String name) {
        return findings.stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void create(NewTopic topic) throws Exception {
        admin.createTopics(List.of(topic)).all().get();
        Set<String> visible = Set.of();
        while (!visible.contains(topic.name())) {
            visible = admin.listTopics().names().get();
        }
    }
}
