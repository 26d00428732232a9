package io.journey.streams.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.journey.EventPosition;
import io.journey.streams.codec.CustomerRow;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class CustomerRowsTest {

    /** Fewer than may be at hand. */
    private static final int MANY = 1_500;

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
    void aRowStaysAtHandAfterItIsWritten() {
        rows.put(key(1), row(1));
        rows.write();
        store.delete(key(1));

        assertThat(rows.get(key(1)).older()).isEqualTo(row(1).older());
    }

    @Test
    void aRowThatChangesAgainIsWrittenAgain() {
        rows.put(key(1), row(1));
        rows.write();
        putMany(2, MANY);
        rows.put(key(1), row(2));
        rows.write();

        assertThat(CustomerRow.of(store.get(key(1))).older()).isEqualTo(row(2).older());
    }

    @Test
    void whoIsAwayForLongIsReadFromTheStoreAgainAndWhoComesAgainIsNot() {
        rows.put(key(1), row(1));
        for (int customer = 2; customer < 20_000; customer += MANY) {
            rows.put(key(0), row(0));
            putMany(customer, MANY);
        }
        rows.write();
        store.put(key(0), row(7).toBytes());
        store.put(key(1), row(7).toBytes());

        assertThat(rows.get(key(0)).older()).isEqualTo(row(0).older());
        assertThat(rows.get(key(1)).older()).isEqualTo(row(7).older());
    }

    private void putMany(int from, int number) {
        for (int customer = from; customer < from + number; customer++) {
            rows.put(key(customer), row(customer));
        }
    }

    @Test
    void manyRowsAreWrittenBeforeTheCommit() {
        putMany(0, 5_000);

        assertThat(store.approximateNumEntries()).isBetween(4_000L, 4_999L);
        assertThat(rows.get(key(0)).older()).isEqualTo(row(0).older());
        assertThat(rows.get(key(4_999)).older()).isEqualTo(row(4_999).older());
    }
}
