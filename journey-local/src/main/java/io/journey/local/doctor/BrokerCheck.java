package io.journey.local.doctor;

import io.journey.service.Version;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/** Whether the brokers answer, and whether they are new enough. */
record BrokerCheck(Admin admin) implements Check {

    private static final String METADATA_VERSION = "metadata.version";

    /** Level of the feature since the last development version of Kafka 3.7, the oldest that is supported. */
    private static final short OLDEST = 19;

    @Override
    public String subject() {
        return "brokers";
    }

    @Override
    public List<Finding> look() throws InterruptedException, ExecutionException {
        DescribeClusterResult cluster = admin.describeCluster();
        Finding answer = new Finding.Fine(
                subject(),
                cluster.nodes().get().size() + " answer, cluster "
                        + cluster.clusterId().get());
        return List.of(answer, version());
    }

    private Finding version() throws InterruptedException, ExecutionException {
        Optional<FinalizedVersionRange> found = Optional.ofNullable(admin.describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get(METADATA_VERSION));
        if (found.isEmpty()) {
            return new Finding.Unseen("versions", "the brokers do not say their " + METADATA_VERSION);
        }
        short level = found.get().maxVersionLevel();
        return level < OLDEST
                ? new Finding.Fault(
                        "versions",
                        "the brokers work at " + METADATA_VERSION + " " + level + ", expected at least " + OLDEST
                                + " (Kafka 3.7)",
                        "whoever owns the cluster must upgrade it, and then its features with kafka-features.sh")
                : new Finding.Fine(
                        "versions",
                        "journey " + Version.number() + ", and the brokers work at " + METADATA_VERSION + " " + level);
    }
}
