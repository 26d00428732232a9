package io.journey.streams.query;

import io.journey.core.identity.Node;
import io.journey.streams.ladder.Homes;
import io.journey.streams.naming.StoreNames;
import io.journey.streams.stitch.ClockSource;
import io.journey.streams.stitch.KeptNodes;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores of one definition in this instance, and the knowledge of which instance has which. */
final class LocalStores {

    private final KafkaStreams streams;
    private final ClockSource clock;
    private final Homes homes;
    private final HostInfo self;

    /**
     * @param self address that this instance is known by
     */
    LocalStores(KafkaStreams streams, ClockSource clock, Homes homes, HostInfo self) {
        this.streams = streams;
        this.clock = clock;
        this.homes = homes;
        this.self = self;
    }

    Home home(String identity) {
        StreamPartitioner<String, Object> home = (topic, key, value, partitions) -> Optional.of(Set.of(homes.of(key)));
        KeyQueryMetadata found = streams.queryMetadataForKey(StoreNames.CUSTOMERS, identity, home);
        if (found.equals(KeyQueryMetadata.NOT_AVAILABLE) || found.activeHost().equals(HostInfo.unavailable())) {
            return new Home.Moving();
        }
        return found.activeHost().equals(self) ? new Home.Here(found.partition()) : new Home.There(found.activeHost());
    }

    Node node(String identity) {
        int partition = homes.of(identity);
        return KeptNodes.look(name -> store(name, partition), identity);
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition) {
        return streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                        .withPartition(partition));
    }

    long watermark(long now) {
        return clock.watermark(
                streams.store(StoreQueryParameters.fromNameAndType(
                        StoreNames.CLOCK, QueryableStoreTypes.<Integer, byte[]>keyValueStore())),
                now);
    }
}
