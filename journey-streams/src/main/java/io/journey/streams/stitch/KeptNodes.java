package io.journey.streams.stitch;

import io.journey.core.identity.Node;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * Looks at what tasks keep of identities, from outside of them. Reads go to the stores as they are at that moment; a
 * customer's row is there as of the last commit, if not newer.
 */
public final class KeptNodes {

    private KeptNodes() {}

    /**
     * @param stores the stores of the identity's home, by name
     * @param identity as {@code namespace:value}
     * @return what is kept of it; whatever would change it is refused
     */
    public static Node look(Function<String, ReadOnlyKeyValueStore<Bytes, byte[]>> stores, String identity) {
        return new StoredNode(Stores.named(name -> new ReadOnlyRows(name, stores.apply(name))), identity);
    }
}
