package io.journey.events.topic;

import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/** How a topic's records are kept. Compression is left to producers. */
enum Retention {
    /**
     * Every record for good. Append time, because a replay of old events would otherwise be old enough to be deleted
     * at once; the event's own time travels in its value.
     */
    LOG,
    /** The latest value of each key. */
    LATEST,
    /** The latest value of each key, with room for the largest input record and what is said about it. */
    LATEST_LARGE;

    String cleanupPolicy() {
        return this == LOG ? TopicConfig.CLEANUP_POLICY_DELETE : TopicConfig.CLEANUP_POLICY_COMPACT;
    }

    Map<String, String> config() {
        return switch (this) {
            case LOG ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy(),
                        TopicConfig.RETENTION_MS_CONFIG, "-1",
                        TopicConfig.RETENTION_BYTES_CONFIG, "-1",
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "4194304");
            case LATEST -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, cleanupPolicy());
            case LATEST_LARGE ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        cleanupPolicy(),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        "8388608");
        };
    }
}
