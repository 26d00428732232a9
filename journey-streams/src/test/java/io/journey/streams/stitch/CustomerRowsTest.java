package io.journey.streams.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.journey.EventPosition;
import io.journey.streams.codec.CustomerRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class CustomerRowsTest {

    /** Fewer than are written before the commit. */
    private static final int MANY = 1_500;

    private final KeyValueStore<Bytes, byte[]> store = store();
    private final CustomerRows rows = new CustomerRows(store);

    private static KeyValueStore<Bytes, byte[]> store() {
        return org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore("customers")
                .get();
    }

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
    void aRowThatChangesAgainIsWrittenAgain() {
        rows.put(key(1), row(1));
        rows.write();
        putMany(2, MANY);
        rows.put(key(1), row(2));
        rows.write();

        assertThat(CustomerRow.of(store.get(key(1))).older()).isEqualTo(row(2).older());
    }

    private void putMany(int from, int number) {
        for (int customer = from; customer < from + number; customer++) {
            rows.put(key(customer), row(customer));
        }
    }

    @Property(tries = 30)
    void eachRowIsTheLastOnePutWhereverItIsKept(@ForAll long seed) {
        KeyValueStore<Bytes, byte[]> store = store();
        CustomerRows rows = new CustomerRows(store);
        Random random = new Random(seed);
        Map<Bytes, Integer> expected = new HashMap<>();
        int customers = 1 + random.nextInt(12_000);
        for (int number = 1; number < 30_000; number++) {
            // Some come often and some seldom.
            Bytes key = key((int) (customers * Math.pow(random.nextDouble(), 3)));
            EventPosition before = rows.get(key).older();
            assertThat(before == null ? null : (int) before.at()).isEqualTo(expected.get(key));
            rows.put(key, row(number));
            expected.put(key, number);
            if (random.nextInt(5_000) == 0) {
                rows.write();
            }
        }
        rows.write();
        expected.forEach(
                (key, number) -> assertThat(CustomerRow.of(store.get(key)).older())
                        .isEqualTo(row(number).older()));
    }

    @Test
    void manyRowsAreWrittenBeforeTheCommit() {
        putMany(0, 5_000);

        assertThat(store.approximateNumEntries()).isBetween(4_000L, 4_999L);
        assertThat(rows.get(key(0)).older()).isEqualTo(row(0).older());
        assertThat(rows.get(key(4_999)).older()).isEqualTo(row(4_999).older());
    }
}
