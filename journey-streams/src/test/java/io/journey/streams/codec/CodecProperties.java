package io.journey.streams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.identity.AddressedEvent;
import io.journey.core.identity.Arrivals;
import io.journey.core.identity.Claim;
import io.journey.core.identity.Delivery;
import io.journey.core.identity.Erasure;
import io.journey.core.identity.Input;
import io.journey.core.identity.Rung;
import io.journey.core.identity.Unlink;
import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import io.journey.streams.ladder.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Keys order as what they stand for does, and what was written is read again; over texts of every length of UTF-8. */
class CodecProperties {

    /** Neighbours of every kind: the zero byte, ends of each length, and both sides of the surrogates. */
    private static final List<String> CHARACTERS = List.of(
            "\0",
            "\1",
            "a",
            "b",
            "\u007f",
            "\u0080",
            "\u00ff",
            "\u07ff",
            "\u0800",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "😀",
            "\udbff\udfff");

    private static final List<Long> NUMBERS =
            List.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, -256L, -1L, 0L, 1L, 127L, 128L, 255L, 256L, Long.MAX_VALUE - 1);

    /** Random values in which prefixes and ties are the rule. */
    private static final class Values {
        final Random random;

        Values(long seed) {
            random = new Random(seed);
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(4); length > 0; length--) {
                text.append(pick(CHARACTERS));
            }
            return text.toString();
        }

        <T> T pick(List<T> from) {
            return from.get(random.nextInt(from.size()));
        }

        long number() {
            return pick(NUMBERS);
        }

        EventPosition position() {
            return new EventPosition(number(), number(), text(), text());
        }

        <T> List<T> list(Supplier<T> each) {
            List<T> list = new ArrayList<>();
            for (int size = random.nextInt(4); size > 0; size--) {
                list.add(each.get());
            }
            return list;
        }

        Touch touch() {
            @Nullable String[] profile = new String[random.nextInt(3)];
            for (int i = 0; i < profile.length; i++) {
                profile[i] = random.nextBoolean() ? text() : null;
            }
            return new Touch(
                    position(),
                    text(),
                    text(),
                    text(),
                    random.nextInt(3) - 1,
                    number(),
                    new BigDecimal(pick(List.of("0", "1.50", "-3.25", "1E+9", "0.000000001", "99999999999999999999"))),
                    profile);
        }

        Rung.Alias alias() {
            return new Rung.Alias(position(), text(), text());
        }

        Input input() {
            return switch (random.nextInt(3)) {
                case 0 -> new Delivery(touch(), list(this::text));
                case 1 -> new Unlink(text());
                default -> new Erasure(number(), number());
            };
        }

        Rung rung() {
            return switch (random.nextInt(3)) {
                case 0 -> new Rung.Claimed(text(), new Claim(position(), text()), random.nextBoolean());
                case 1 -> new Rung.Aliased(alias(), random.nextBoolean());
                default -> new Rung.Moved(text(), list(this::touch), list(this::touch), random.nextInt(300));
            };
        }

        Message message() {
            return random.nextBoolean()
                    ? new Message.Sent(rung())
                    : new Message.Addressed(
                            text(),
                            input(),
                            new Message.Origin(random.nextInt(300), random.nextLong(1L << 40)),
                            text());
        }
    }

    @Property(tries = 5000)
    void keysOfPositionsOrderAsEventsDo(@ForAll long seed) {
        Values values = new Values(seed);
        CustomerKeys keys = new CustomerKeys(values.text()).of(values.pick(List.of(RowKind.values())));
        EventPosition one = values.position();
        EventPosition two = values.position();
        if (values.random.nextBoolean()) {
            two = new EventPosition(one.at(), one.sequence(), two.eventId(), two.address());
        }
        if (values.random.nextInt(4) == 0) {
            two = new EventPosition(one.at(), one.sequence(), one.eventId(), two.address());
        }

        assertThat(Integer.signum(keys.position(one).compareTo(keys.position(two))))
                .as("%s and %s", one, two)
                .isEqualTo(Integer.signum(one.compareTo(two)));
    }

    @Property(tries = 2000)
    void aKeyIsReadAsThePositionItStandsFor(@ForAll long seed) {
        Values values = new Values(seed);
        CustomerKeys keys = new CustomerKeys(values.text());
        EventPosition position = values.position();

        assertThat(keys.position(keys.position(position))).isEqualTo(position);
    }

    @Property(tries = 2000)
    void theLimitsOfAnInstantHoldItsPositionsAndNoOthers(@ForAll long seed) {
        Values values = new Values(seed);
        CustomerKeys keys = new CustomerKeys(values.text()).of(RowKind.CLAIM);
        EventPosition position = values.position();
        long instant = values.number();
        Bytes key = keys.position(position);

        assertThat(keys.instant(instant).compareTo(key) < 0).isEqualTo(instant <= position.at());
        assertThat(keys.first()).isLessThan(key);
        assertThat(keys.last()).isGreaterThan(key);
    }

    @Property(tries = 2000)
    void noIdentitysRowsLieAmongAnothers(@ForAll long seed) {
        Values values = new Values(seed);
        String one = values.text();
        String two = values.text();
        RowKind kind = values.pick(List.of(RowKind.values()));
        RowKind other = values.pick(List.of(RowKind.values()));
        CustomerKeys keys = new CustomerKeys(one).of(kind);
        Bytes key = new CustomerKeys(two).of(other).position(values.position());

        boolean within = key.compareTo(keys.first()) >= 0 && key.compareTo(keys.last()) < 0;
        assertThat(within).isEqualTo(one.equals(two) && kind == other);
    }

    @Property(tries = 2000)
    void everyMessageArrivesAsItWasSent(@ForAll long seed) {
        Message message = new Values(seed).message();

        assertThat(MessageCodec.message(MessageCodec.message(message))).isEqualTo(message);
    }

    @Property(tries = 2000)
    void whatIsRememberedOfAnEventIsReadAsItWasWritten(@ForAll long seed) {
        Values values = new Values(seed);
        String eventId = values.text();
        EventPosition position =
                values.random.nextBoolean() ? new EventPosition(values.number(), values.number(), eventId) : null;
        AddressedEvent event = new AddressedEvent(
                position,
                values.list(values::text),
                values.random.nextBoolean(),
                values.random.nextBoolean() ? values.text() : null);

        assertThat(IdentityCodec.event(eventId, IdentityCodec.event(event))).isEqualTo(event);
    }

    @Property(tries = 1000)
    void theRowsOfAnIdentityAreReadAsTheyWereWritten(@ForAll long seed) {
        Values values = new Values(seed);
        Erasure erasure = new Erasure(values.number(), values.number());
        Rung.Alias alias = values.alias();

        assertThat(IdentityCodec.erasure(IdentityCodec.erasure(erasure))).isEqualTo(erasure);
        assertThat(IdentityCodec.alias(IdentityCodec.alias(alias))).isEqualTo(alias);
    }

    @Property(tries = 1000)
    void arrivalsAreReadAsTheyWereWritten(@ForAll long seed) {
        Values values = new Values(seed);
        List<Arrivals.Counted> counted = new ArrayList<>();
        Set<Touch> forms = new TreeSet<>(values.list(values::touch));
        forms.forEach(touch -> counted.add(new Arrivals.Counted(
                new Touch(
                        touch.position(),
                        touch.source(),
                        touch.channel(),
                        touch.touchpoint(),
                        touch.rule(),
                        touch.countedRules(),
                        touch.amount(),
                        new String[] {"of", "one length"}),
                values.pick(List.of(-3, -1, 1, 2, 200)))));
        Arrivals arrivals = Arrivals.of(counted);

        assertThat(IdentityCodec.arrivals(IdentityCodec.arrivals(arrivals)).counted())
                .isEqualTo(arrivals.counted());
    }

    @Property(tries = 2000)
    void aTouchIsReadAsItWasWritten(@ForAll long seed) {
        Touch touch = new Values(seed).touch();

        assertThat(TouchCodec.row(touch.position(), TouchCodec.row(touch))).isEqualTo(touch);
    }

    /** Held against a plain list, over changes anywhere in it. */
    @Property(tries = 2000)
    void theTouchesOfARowAreReadAsTheyWereWritten(@ForAll long seed) {
        Values values = new Values(seed);
        Random random = values.random;
        List<Touch> expected = new ArrayList<>();
        List<Boolean> recorded = new ArrayList<>();
        CustomerRow row = CustomerRow.empty();
        for (int uses = random.nextInt(30); uses > 0; uses--) {
            RowTouches touches = row.touches();
            int at = random.nextInt(expected.size() + 1);
            int use = random.nextInt(6);
            if (use < 3) {
                Touch touch = random.nextInt(5) == 0 ? withLongTexts(values.touch()) : values.touch();
                touches.insert(at, touch);
                expected.add(at, touch);
                recorded.add(at, true);
            } else if (use == 3 && at < expected.size()) {
                touches.remove(at);
                expected.remove(at);
                recorded.remove(at);
            } else if (use == 4 && at < expected.size()) {
                boolean is = random.nextBoolean();
                touches.recorded(at, is);
                recorded.set(at, is);
            } else if (use == 5) {
                int first = random.nextInt(3) == 0 ? at : 0;
                touches.shed(first);
                expected.subList(0, first).clear();
                recorded.subList(0, first).clear();
            }
            row = random.nextBoolean() ? row : CustomerRow.of(row.toBytes());
        }
        RowTouches read = CustomerRow.of(row.toBytes()).touches();

        assertThat(read.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            EventPosition position = expected.get(i).position();
            assertThat(read.touch(i)).isEqualTo(expected.get(i));
            assertThat(read.position(i)).isEqualTo(position);
            assertThat(read.at(i)).isEqualTo(position.at());
            assertThat(read.isOwn(i)).isEqualTo(position.isOwn());
            assertThat(read.isRecorded(i)).isEqualTo(recorded.get(i));
            int own = read.own(position.eventId());
            assertThat(own >= 0)
                    .isEqualTo(expected.stream()
                            .map(Touch::position)
                            .anyMatch(each -> each.isOwn() && each.eventId().equals(position.eventId())));
            if (own >= 0) {
                assertThat(read.position(own).isOwn()).isTrue();
                assertThat(read.position(own).eventId()).isEqualTo(position.eventId());
            }
        }
    }

    /** Longer than what one byte counts. */
    private static Touch withLongTexts(Touch touch) {
        EventPosition at = touch.position();
        EventPosition position =
                new EventPosition(at.at(), at.sequence(), at.eventId() + "x".repeat(200), at.address());
        return new Touch(
                position,
                touch.source(),
                touch.channel(),
                touch.touchpoint() + "y".repeat(300),
                touch.rule(),
                touch.countedRules(),
                touch.amount(),
                new String[] {});
    }
}
