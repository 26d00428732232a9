package io.journey.streams.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.journey.EventPosition;
import io.journey.streams.codec.CustomerRow;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class CustomerRowsTest {

    private final KeyValueStore<Bytes, byte[]> store = org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(
                    "customers")
            .get();
    private final CustomerRows rows = new CustomerRows(store);

    private static Bytes key(int customer) {
        return Bytes.wrap(new byte[] {(byte) (customer >> 8), (byte) customer});
    }

    /** Told apart by the position up to which touches lie elsewhere. */
    private static CustomerRow row(int number) {
        return new CustomerRow(
                null,
                false,
                new EventPosition(number, 0, "event"),
                CustomerRow.empty().touches());
    }

    @Test
    void aRowIsWrittenOnceForAllThatHappensBetweenTwoCommits() {
        rows.put(key(1), row(1));
        rows.put(key(1), row(2));

        assertThat(store.get(key(1))).isNull();
        assertThat(rows.get(key(1)).older()).isEqualTo(row(2).older());
        rows.write();
        assertThat(CustomerRow.of(store.get(key(1))).older()).isEqualTo(row(2).older());
    }

    @Test
    void whatIsWrittenIsReadFromTheStoreAgain() {
        rows.put(key(1), row(1));
        rows.write();
        store.put(key(1), row(7).toBytes());

        assertThat(rows.get(key(1)).older()).isEqualTo(row(7).older());
    }

    @Test
    void manyRowsAreWrittenBeforeTheCommit() {
        for (int customer = 0; customer < 5_000; customer++) {
            rows.put(key(customer), row(customer));
        }

        assertThat(store.approximateNumEntries()).isBetween(4_000L, 4_999L);
        assertThat(rows.get(key(0)).older()).isEqualTo(row(0).older());
        assertThat(rows.get(key(4_999)).older()).isEqualTo(row(4_999).older());
    }
}
