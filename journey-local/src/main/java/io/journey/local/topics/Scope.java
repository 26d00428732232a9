package io.journey.local.topics;

import io.journey.events.topic.TopicLayout;
import io.journey.events.topic.TopicSurvey;
import io.journey.local.command.Count;
import io.journey.local.house.Brokers;
import io.journey.local.house.OutsideBrokers;
import io.journey.local.house.Topics;
import io.journey.streams.naming.StoreNames;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say which topics of which cluster are meant, and how they are to be laid out. */
public final class Scope {

    private static final short BROKERS_DEFAULT = -1;
    private static final String LADDER = "-" + StoreNames.LADDER;

    @Mixin
    private OutsideBrokers outside = new OutsideBrokers();

    @Mixin
    private NameOptions names = new NameOptions();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description =
                    "Partitions of topics that have more than one. Default: as many as the touchpoint topic has; 4"
                            + " where there is none.")
    private Optional<Count> partitions = Optional.empty();

    @Option(
            names = "--replication-factor",
            paramLabel = "R",
            description = "Copies of each partition. Default: the brokers' own for new topics, and any for existing"
                    + " ones.")
    private Optional<Count> replication = Optional.empty();

    public Brokers brokers() {
        return outside.brokers();
    }

    public NameOptions names() {
        return names;
    }

    /** What is asked for, or follows from what is there. */
    public TopicLayout layout(Admin admin) throws InterruptedException {
        int number = partitions.isPresent()
                ? partitions.get().number()
                : Topics.existing(admin, names.topics().prefix()).orElse(Topics.USUAL_PARTITIONS);
        short copies = replication.map(count -> (short) count.number()).orElse(BROKERS_DEFAULT);
        return new TopicLayout(names.topics(), number, copies);
    }

    public TopicSurvey survey(Admin admin, TopicLayout layout) {
        String application = names.applications() + "-";
        return new TopicSurvey(admin, layout, name -> name.startsWith(application) && name.endsWith(LADDER));
    }
}
