package io.journey.streams.ladder;

import io.journey.events.v1.TouchpointKey;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** The partition in which an identity lives: the one that a producer with Kafka's partitioner chooses for its key. */
public final class Homes {

    private final String topic;
    private final Serializer<Object> keys;
    private final int partitions;

    /**
     * @param topic of touchpoints, whose keys the serializer writes
     * @param partitions of that topic
     */
    public Homes(String topic, Serializer<Object> keys, int partitions) {
        this.topic = topic;
        this.keys = keys;
        this.partitions = partitions;
    }

    public int of(TouchpointKey identity) {
        return Utils.toPositive(Utils.murmur2(keys.serialize(topic, identity))) % partitions;
    }

    /**
     * @param identity as {@code namespace:value}; a namespace has no colon
     */
    public int of(String identity) {
        int colon = identity.indexOf(':');
        return of(new TouchpointKey(identity.substring(0, colon), identity.substring(colon + 1)));
    }
}
