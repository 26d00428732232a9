package io.journey.streams.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.streams.codec.DueKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class DueRowsTest {

    private static final int MANY = 20_000;

    private final KeyValueStore<Bytes, byte[]> store =
            org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore("due").get();
    private long nanos;
    private final DueRows due = new DueRows(store, () -> nanos);
    private final List<String> taken = new ArrayList<>();

    private void take(String identity, long at) {
        taken.add(identity + " " + at);
        nanos += 1_000_000;
    }

    private boolean takeBefore(long instant) {
        taken.clear();
        return due.takeBefore(DueKind.LAPSE, instant, this::take);
    }

    @Test
    void whatIsDueBeforeAnInstantIsTakenOnceAndInOrder() {
        due.enter(DueKind.LAPSE, 30, "c");
        due.enter(DueKind.LAPSE, 10, "b");
        due.enter(DueKind.LAPSE, 10, "a");
        due.enter(DueKind.SETTLING, 5, "other kind");

        assertThat(takeBefore(30)).isTrue();
        assertThat(taken).containsExactly("a 10", "b 10");
        assertThat(takeBefore(31)).isTrue();
        assertThat(taken).containsExactly("c 30");
        assertThat(takeBefore(Long.MAX_VALUE)).isTrue();
        assertThat(taken).isEmpty();
    }

    @Test
    void aFloodIsTakenInPortionsOfTimeUntilNothingIsLeft() {
        for (int i = 0; i < MANY; i++) {
            due.enter(DueKind.LAPSE, i, "x");
        }

        int all = 0;
        long longest = 0;
        for (boolean last = false; !last; ) {
            long begin = nanos;
            last = takeBefore(MANY);
            longest = Math.max(longest, nanos - begin);
            all += taken.size();
        }

        assertThat(all).isEqualTo(MANY);
        assertThat(longest).isLessThanOrEqualTo(DueRows.PORTION.toNanos());
        assertThat(store.approximateNumEntries()).isZero();
    }

    @Test
    void atLeastOneIsTakenHoweverLongItLasts() {
        due.enter(DueKind.LAPSE, 1, "a");
        due.enter(DueKind.LAPSE, 2, "b");
        List<String> slow = new ArrayList<>();
        DueRows.Taker taker = (identity, at) -> {
            slow.add(identity);
            nanos += DueRows.PORTION.toNanos() * 10;
        };

        assertThat(due.takeBefore(DueKind.LAPSE, 3, taker)).isFalse();
        assertThat(due.takeBefore(DueKind.LAPSE, 3, taker)).isTrue();
        assertThat(slow).containsExactly("a", "b");
    }

    @Test
    void whatIsEnteredMeanwhileIsTakenTheNextTimeAlsoWhenItIsEarlier() {
        due.enter(DueKind.LAPSE, 100, "a");

        assertThat(due.takeBefore(DueKind.LAPSE, 200, (identity, at) -> due.enter(DueKind.LAPSE, 7, "late")))
                .isTrue();

        assertThat(takeBefore(200)).isTrue();
        assertThat(taken).containsExactly("late 7");
        due.enter(DueKind.LAPSE, 3, "later");
        assertThat(takeBefore(200)).isTrue();
        assertThat(taken).containsExactly("later 3");
    }

    @Test
    void aWatermarkThatWentBackTakesNothing() {
        due.enter(DueKind.LAPSE, 100, "a");
        due.enter(DueKind.LAPSE, 300, "b");

        assertThat(takeBefore(200)).isTrue();
        assertThat(takeBefore(50)).isTrue();
        assertThat(taken).isEmpty();
        assertThat(takeBefore(Long.MIN_VALUE)).isTrue();
        assertThat(takeBefore(301)).isTrue();
        assertThat(taken).containsExactly("b 300");
    }
}
