package io.journey.events.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Brings a cluster to what the catalogue says, as far as nothing can be lost by it: creates what is missing and sets
 * settings. It never deletes or shrinks anything and never changes a number of partitions; where that would be needed it
 * does nothing at all.
 */
public final class TopicChanges {

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Admin admin;
    private final TopicLayout layout;
    private final TopicSurvey survey;

    public TopicChanges(Admin admin, TopicLayout layout, TopicSurvey survey) {
        this.admin = admin;
        this.layout = layout;
        this.survey = survey;
    }

    /**
     * Makes the changes and returns when every broker asked shows them.
     *
     * @param findings of the survey
     * @throws ProvisioningException when something is irreconcilable, naming all of it; then nothing was changed
     * @throws org.apache.kafka.common.errors.AuthorizationException when the brokers do not let us; some of it may be done
     */
    public void apply(List<TopicFinding> findings) {
        List<String> refused = findings.stream().flatMap(TopicChanges::refusals).toList();
        if (!refused.isEmpty()) {
            throw new ProvisioningException("nothing was changed", refused);
        }
        Map<ConfigResource, Collection<AlterConfigOp>> settings = new LinkedHashMap<>();
        for (TopicFinding finding : findings) {
            List<AlterConfigOp> operations =
                    finding.settable().stream().map(TopicChanges::operation).toList();
            if (!operations.isEmpty()) {
                settings.put(new ConfigResource(ConfigResource.Type.TOPIC, finding.name()), operations);
            }
        }
        if (!settings.isEmpty()) {
            Answers.get(admin.incrementalAlterConfigs(settings).all());
            awaitSettings();
        }
        new TopicProvisioner(admin, layout).provision();
    }

    private static Stream<String> refusals(TopicFinding finding) {
        return finding.irreconcilable().stream()
                .map(difference -> "topic %s has %s %s, expected %s: %s"
                        .formatted(
                                finding.name(),
                                difference.setting(),
                                difference.found(),
                                difference.expected(),
                                difference.why()));
    }

    private static AlterConfigOp operation(TopicDifference.Settable difference) {
        return new AlterConfigOp(
                new ConfigEntry(difference.setting(), difference.expected()), AlterConfigOp.OpType.SET);
    }

    /** A broker shows a setting a little after the controller has taken it. */
    private void awaitSettings() {
        long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (survey.findings().stream()
                .anyMatch(finding -> !finding.settable().isEmpty())) {
            if (System.nanoTime() > deadline) {
                throw new ProvisioningException(
                        "whoever owns the cluster must check its brokers",
                        List.of("the brokers do not show settings " + VISIBLE_WITHIN.toSeconds()
                                + " s after they were taken"));
            }
            try {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }
}
