package io.journey.streams.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.identity.AddressedEvent;
import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Wherever touches and events come to lie, in the customer's row or in rows of their own, what is read is what was
 * written; held against two maps over random uses, those of the ladder.
 */
class StoredNodeProperties {

    private static final String IDENTITY = "customer:42";
    private static final String[] NO_PROFILE = {};

    /**
     * A node that is saved and read anew after each use, with a commit now and then after which another task may go on, and
     * what it must say.
     */
    private static final class Twin {
        final Random random;
        final Map<String, KeyValueStore<Bytes, byte[]>> byName = new HashMap<>();
        final TreeMap<EventPosition, Touch> touches = new TreeMap<>();
        final Map<String, AddressedEvent> events = new HashMap<>();
        /** Own touches that are with an owner at the moment. */
        final Map<EventPosition, Touch> away = new HashMap<>();

        Stores stores = stores();
        StoredNode node = new StoredNode(stores, IDENTITY);
        int made;

        Twin(long seed) {
            random = new Random(seed);
        }

        private Stores stores() {
            return Stores.named(name -> byName.computeIfAbsent(
                    name,
                    any -> org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name)
                            .get()));
        }

        void saved() {
            node.save();
            if (random.nextInt(3) == 0) {
                stores.customers().write();
                stores = random.nextBoolean() ? stores() : stores;
            }
            node = new StoredNode(stores, IDENTITY);
        }

        Touch touch(String eventId, String address) {
            // Mostly at the end, as events come; ties and late ones too.
            long at = random.nextInt(4) == 0 ? random.nextInt(made + 1) : made;
            return new Touch(
                    new EventPosition(at, random.nextInt(2), eventId, address),
                    "shop",
                    "web",
                    random.nextInt(10) == 0 ? made + "x".repeat(900) : "page_view",
                    random.nextInt(3) - 1,
                    random.nextInt(4),
                    BigDecimal.valueOf(random.nextInt(3), 2),
                    NO_PROFILE);
        }

        void add(Touch touch) {
            node.history().add(touch);
            touches.put(touch.position(), touch);
        }

        void remove(EventPosition position) {
            node.history().remove(position);
            touches.remove(position);
        }

        void keep(String eventId, AddressedEvent event) {
            node.keep(eventId, event);
            events.put(eventId, event);
        }

        /** As the ladder does, which looks before it keeps. */
        void deliver() {
            String eventId = "event-" + made++;
            assertThat(node.event(eventId)).isEqualTo(events.get(eventId));
            Touch touch = touch(eventId, "");
            List<String> claims = random.nextInt(4) == 0 ? List.of("cookie:7") : List.of();
            keep(eventId, new AddressedEvent(touch.position(), claims, false, null));
            add(touch);
        }

        void replace() {
            Touch old = own();
            if (old != null) {
                String eventId = old.position().eventId();
                AddressedEvent known = node.event(eventId);
                assertThat(known).isEqualTo(events.get(eventId));
                Touch now = touch(eventId, "");
                keep(eventId, new AddressedEvent(now.position(), List.of(), known != null && known.unlinked(), null));
                remove(old.position());
                add(now);
            }
        }

        void unlink() {
            String eventId = "event-" + random.nextInt(made + 3);
            AddressedEvent known = node.event(eventId);
            assertThat(known).isEqualTo(events.get(eventId));
            keep(
                    eventId,
                    known == null
                            ? new AddressedEvent(null, List.of(), true, null)
                            : new AddressedEvent(known.position(), known.claims(), true, known.erasedSource()));
        }

        void erase() {
            Touch old = own();
            if (old != null) {
                String eventId = old.position().eventId();
                assertThat(node.event(eventId)).isEqualTo(events.get(eventId));
                keep(eventId, new AddressedEvent(old.position(), List.of(), false, "shop"));
                remove(old.position());
            }
        }

        void forget() {
            Touch old = own();
            if (old != null) {
                remove(old.position());
                node.forget(old.position().eventId());
                events.remove(old.position().eventId());
            }
        }

        void arriveFromElsewhere() {
            add(touch("event-" + random.nextInt(9), "cookie:" + made++));
        }

        void goToAnOwner() {
            List<Touch> all = new ArrayList<>(touches.values());
            for (Touch each : all.subList(0, random.nextInt(all.size() + 1))) {
                if (each.position().isOwn()) {
                    remove(each.position());
                    away.put(each.position(), each);
                }
            }
        }

        void comeBack() {
            away.values().forEach(this::add);
            away.clear();
        }

        @Nullable Touch own() {
            List<Touch> own = touches.values().stream()
                    .filter(each -> each.position().isOwn())
                    .toList();
            return own.isEmpty() ? null : own.get(random.nextInt(own.size()));
        }

        void use() {
            switch (random.nextInt(40)) {
                case 0 -> unlink();
                case 1 -> erase();
                case 2 -> forget();
                case 3 -> goToAnOwner();
                case 4 -> comeBack();
                case 5, 6 -> replace();
                case 7, 8, 9 -> arriveFromElsewhere();
                default -> deliver();
            }
        }

        void compare() {
            for (int i = 0; i <= made; i++) {
                assertThat(node.event("event-" + i)).isEqualTo(events.get("event-" + i));
            }
            assertThat(node.history().since(null)).containsExactlyElementsOf(touches.values());
            long from = random.nextInt(made + 1);
            long to = from + random.nextInt(made + 1);
            assertThat(node.history().between(from, to))
                    .containsExactlyElementsOf(touches.values().stream()
                            .filter(each -> each.at() >= from && each.at() < to)
                            .toList());
            touches.keySet()
                    .forEach(position -> assertThat(node.history().at(position)).isEqualTo(touches.get(position)));
            if (!touches.isEmpty()) {
                EventPosition start = new ArrayList<>(touches.keySet()).get(random.nextInt(touches.size()));
                assertThat(node.history().since(start))
                        .containsExactlyElementsOf(touches.tailMap(start).values());
            }
        }
    }

    @Property(tries = 500)
    void whatIsReadIsWhatWasWritten(@ForAll long seed) {
        Twin twin = new Twin(seed);
        int uses = twin.random.nextInt(120);
        for (int i = 0; i < uses; i++) {
            twin.use();
            twin.saved();
            if (i % 10 == 0) {
                twin.compare();
            }
        }
        twin.compare();
    }
}
