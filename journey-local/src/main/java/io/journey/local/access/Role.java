package io.journey.local.access;

import static org.apache.kafka.common.acl.AclOperation.ALTER_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.journey.events.topic.JourneyTopic;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;

/** A part of an installation that has a principal of its own, and the least that it needs at the brokers. */
public enum Role {
    STREAMS("The streams application: reads events, publishes results, keeps its state.") {
        @Override
        public List<Grant> grants(Installation of) {
            return List.of(
                    topics(of, List.of(READ), "events", List.of(JourneyTopic.TOUCHPOINTS)),
                    topics(of, List.of(WRITE), "what it publishes", JourneyTopic.PUBLISHED),
                    topics(
                            of,
                            List.of(READ),
                            "what it has published, to say whether a definition may start, and how far all tasks are",
                            List.of(JourneyTopic.DEFINITIONS, JourneyTopic.CLOCK)),
                    new Grant(
                            TOPIC,
                            PREFIXED,
                            of.internal(),
                            List.of(CREATE, READ, WRITE, DELETE),
                            "its internal topics: made at the start, emptied of what is processed"),
                    new Grant(GROUP, of.groups(), of.applications(), List.of(READ), "its consumer group"),
                    new Grant(
                            TRANSACTIONAL_ID,
                            PREFIXED,
                            of.internal(),
                            List.of(WRITE),
                            "its transactions, one id a thread"));
        }
    },
    SINK("The sink: reads results.") {
        @Override
        public List<Grant> grants(Installation of) {
            return List.of(
                    topics(of, List.of(READ), "the tables", LANDED),
                    new Grant(GROUP, LITERAL, List.of(of.sinkGroup()), List.of(READ), "its consumer group"));
        }
    },
    PRODUCERS("Whoever sends events; journey simulate and journey erase too.") {
        @Override
        public List<Grant> grants(Installation of) {
            return List.of(topics(of, List.of(WRITE), "events", List.of(JourneyTopic.TOUCHPOINTS)));
        }
    },
    ANALYSTS("Whoever reads results; neither events nor rejected bytes.") {
        @Override
        public List<Grant> grants(Installation of) {
            return List.of(
                    topics(of, List.of(READ), "results", LANDED),
                    new Grant(
                            GROUP,
                            PREFIXED,
                            List.of(of.topics().prefix() + "-analysts-"),
                            List.of(READ),
                            "groups of their own, whose names begin so"));
        }
    },
    OPERATORS("Whoever runs journey rejected: looks at rejected records and sends them again.") {
        @Override
        public List<Grant> grants(Installation of) {
            return List.of(
                    topics(of, List.of(READ), "rejected records", List.of(JourneyTopic.REJECTED)),
                    topics(
                            of,
                            List.of(READ, WRITE),
                            "to send them again, and to see which were",
                            List.of(JourneyTopic.TOUCHPOINTS)));
        }
    },
    RELEASERS("Whoever runs journey definition diff and activate, under either results prefix.") {
        @Override
        public List<Grant> grants(Installation of) {
            return List.of(
                    topics(of, List.of(READ, WRITE), "results, to compare and to replace them", JourneyTopic.PUBLISHED),
                    topics(
                            of,
                            List.of(READ),
                            "events, to see how far they are read",
                            List.of(JourneyTopic.TOUCHPOINTS)),
                    new Grant(
                            GROUP,
                            of.groups(),
                            of.applications(),
                            List.of(DESCRIBE),
                            "the applications' groups, to see whether they run and how far they have read"),
                    new Grant(
                            TRANSACTIONAL_ID,
                            PREFIXED,
                            of.internal(),
                            List.of(WRITE),
                            "the transaction in which all is replaced"));
        }
    },
    PROVISIONING("Whoever runs journey topics plan and apply, and journey doctor.") {
        @Override
        public List<Grant> grants(Installation of) {
            return List.of(
                    new Grant(
                            TOPIC,
                            PREFIXED,
                            Stream.of(of.topics().prefix(), of.topics().resultsPrefix())
                                    .distinct()
                                    .map(prefix -> prefix + ".")
                                    .toList(),
                            List.of(CREATE, DESCRIBE, DESCRIBE_CONFIGS, ALTER_CONFIGS),
                            "the topics of the catalogue"),
                    new Grant(
                            TOPIC,
                            PREFIXED,
                            of.internal(),
                            List.of(DESCRIBE),
                            "internal topics, whose number of partitions is compared"));
        }
    };

    private static final List<JourneyTopic> LANDED = Stream.concat(
                    JourneyTopic.RESULTS.stream(), Stream.of(JourneyTopic.DEFINITIONS, JourneyTopic.STAGES))
            .toList();

    private final String meaning;

    Role(String meaning) {
        this.meaning = meaning;
    }

    /** Who that is. */
    public String meaning() {
        return meaning;
    }

    /** Principal, where nobody names another. */
    public String usualPrincipal() {
        return "User:" + name().toLowerCase(Locale.ROOT);
    }

    /** What it must be allowed in an installation, and no more. */
    public abstract List<Grant> grants(Installation of);

    private static Grant topics(Installation of, List<AclOperation> operations, String why, List<JourneyTopic> topics) {
        return new Grant(TOPIC, LITERAL, topics.stream().map(of::name).toList(), operations, why);
    }
}
