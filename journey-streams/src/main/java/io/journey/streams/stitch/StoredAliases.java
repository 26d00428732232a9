package io.journey.streams.stitch;

import io.journey.core.identity.Aliases;
import io.journey.core.identity.Rung.Alias;
import io.journey.core.journey.EventPosition;
import io.journey.streams.codec.CustomerKeys;
import io.journey.streams.codec.IdentityCodec;
import io.journey.streams.codec.RowKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The book of aliases in the store of the task that keeps it; each alias is found from both sides. */
record StoredAliases(KeyValueStore<Bytes, byte[]> store) implements Aliases.Book {

    @Override
    public void add(Alias alias) {
        sides(alias).forEach(side -> store.put(key(side, alias), IdentityCodec.alias(alias)));
    }

    @Override
    public void remove(Alias alias) {
        sides(alias).forEach(side -> store.delete(key(side, alias)));
    }

    private static Set<String> sides(Alias alias) {
        return alias.continued().equals(alias.survivor())
                ? Set.of(alias.survivor())
                : Set.of(alias.continued(), alias.survivor());
    }

    private static CustomerKeys keys(String identity) {
        return new CustomerKeys(identity).of(RowKind.ALIAS);
    }

    private static Bytes key(String side, Alias alias) {
        EventPosition at = alias.at();
        String both = alias.continued().length() + ":" + alias.continued() + alias.survivor();
        return keys(side).position(new EventPosition(at.at(), at.sequence(), at.eventId(), both));
    }

    @Override
    public Collection<Alias> of(String identity) {
        CustomerKeys keys = keys(identity);
        List<Alias> aliases = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(keys.first(), keys.last())) {
            while (rows.hasNext()) {
                aliases.add(IdentityCodec.alias(rows.next().value));
            }
        }
        return aliases;
    }
}
