package io.journey.streams.intake;

import io.journey.core.journey.JourneyRules;
import io.journey.events.identity.IdentityHash;
import io.journey.events.registry.RegistryUnavailableException;
import io.journey.events.reject.RejectReason;
import io.journey.events.serde.UndecodableException;
import io.journey.events.v1.Touchpoint;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a record is a usable event. What is wrong with a record is a value; an exception means that the
 * infrastructure failed and the same record must be judged again.
 */
public final class Judge {

    /** 1 January 1900: earlier instants are mistakes, and far enough back they break calendars. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /**
     * In bytes of UTF-8. Names are keys of published rows, and PostgreSQL's index entries end at 2,704 bytes. Ids and what
     * makes up a profile are kept with each touch, and what is kept of a customer or travels at once must fit into a record.
     */
    private static final int LONGEST_NAME = 1024;

    /** Sums have 29 digits before the point: with these, not even a hundred billion events can exceed that. */
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(18);

    private final Limits limits;
    private final Deserializer<?> deserializer;
    private final Reading reading;

    public Judge(JourneyRules rules, IdentityHash hash, Limits limits, Deserializer<?> deserializer) {
        this.reading = new Reading(rules, hash);
        this.limits = limits;
        this.deserializer = deserializer;
    }

    /**
     * @param receivedAt Kafka timestamp of the record; what is in the future is measured against it, so that reading
     *     the record again gives the same verdict
     * @param watermark lower bound on the event time still to come, for the history horizon
     */
    public Verdict judge(
            String topic, byte @Nullable [] key, byte @Nullable [] value, long receivedAt, long watermark) {
        if (key == null) {
            return unusable(RejectReason.NULL_KEY, "no key, expected the event's address");
        }
        if (value == null) {
            return unusable(RejectReason.NULL_VALUE, "no value, expected a Touchpoint");
        }
        if (value.length > limits.maxEventBytes()) {
            return unusable(
                    RejectReason.TOO_LARGE,
                    value.length + " bytes, expected at most " + limits.maxEventBytes() + " (journey.max.event.bytes)");
        }
        Object decoded;
        try {
            decoded = deserializer.deserialize(topic, value);
        } catch (UndecodableException e) {
            return unusable(e.reason(), String.valueOf(e.getMessage()));
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (SerializationException | AvroRuntimeException e) {
            // Another serde than ours was named in the settings; it has no typed reasons.
            return foreign(e);
        }
        if (!(decoded instanceof Touchpoint event)) {
            return unusable(RejectReason.WRONG_TYPE, "not a Touchpoint: " + typeOf(decoded));
        }
        return judge(event, receivedAt, watermark);
    }

    private static Verdict foreign(RuntimeException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !cause.getClass().getName().startsWith("org.apache.avro")) {
                throw failure;
            }
        }
        return unusable(RejectReason.MALFORMED, String.valueOf(failure.getMessage()));
    }

    private static String typeOf(@Nullable Object decoded) {
        return decoded == null ? "null" : decoded.getClass().getSimpleName();
    }

    private Verdict judge(Touchpoint event, long receivedAt, long watermark) {
        String tooLongSource = tooLong("source", event.getSource());
        if (tooLongSource != null) {
            return unusable(RejectReason.INVALID_VALUE, tooLongSource);
        }
        String source = Verdict.accountedTo(event.getSource());
        String missing = missing(event);
        if (missing != null) {
            return new Verdict.Unusable(RejectReason.MISSING_FIELD, missing + " is blank, expected text", source);
        }
        String tooLong = tooLong(event);
        if (tooLong != null) {
            return new Verdict.Unusable(RejectReason.INVALID_VALUE, tooLong, source);
        }
        BigDecimal amount = event.getAmount();
        if (amount != null && amount.abs().compareTo(TOO_MUCH) >= 0) {
            return new Verdict.Unusable(
                    RejectReason.INVALID_VALUE,
                    "amount " + amount.toPlainString() + ", expected less than 10^18 either way",
                    source);
        }
        Verdict.Unusable misplaced = misplaced(event.getOccurredAt(), receivedAt, watermark, source);
        return misplaced != null ? misplaced : reading.read(event, source);
    }

    private static @Nullable String missing(Touchpoint event) {
        if (event.getEventId().isBlank()) {
            return "eventId";
        }
        if (event.getChannel().isBlank()) {
            return "channel";
        }
        return event.getTouchpoint().isBlank() ? "touchpoint" : null;
    }

    private static @Nullable String tooLong(Touchpoint event) {
        String id = tooLong("eventId", event.getEventId());
        String channel = id != null ? id : tooLong("channel", event.getChannel());
        return channel != null ? channel : tooLong("touchpoint", event.getTouchpoint());
    }

    /** What is wrong with a text that is kept; null when it is short enough. */
    static @Nullable String tooLong(String field, String name) {
        // No char comes to more than three bytes, so most names need no counting.
        if (name.length() <= LONGEST_NAME / 3) {
            return null;
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        return bytes > LONGEST_NAME ? field + " of " + bytes + " bytes, expected at most " + LONGEST_NAME : null;
    }

    private Verdict.@Nullable Unusable misplaced(Instant at, long receivedAt, long watermark, String source) {
        if (at.isBefore(EARLIEST)) {
            return new Verdict.Unusable(
                    RejectReason.INVALID_VALUE, "occurredAt " + at + ", expected " + EARLIEST + " or later", source);
        }
        Instant latest = Instant.ofEpochMilli(receivedAt).plus(limits.maxClockSkew());
        if (at.isAfter(latest)) {
            return new Verdict.Unusable(
                    RejectReason.FUTURE,
                    "occurredAt " + at + ", expected " + latest + " at the latest (journey.max.clock.skew "
                            + limits.maxClockSkew() + ")",
                    source);
        }
        if (limits.isTooLate(at.toEpochMilli(), watermark)) {
            return new Verdict.Unusable(
                    RejectReason.TOO_LATE,
                    "occurredAt " + at + " is more than journey.history.horizon " + limits.historyHorizon()
                            + " before the watermark " + Instant.ofEpochMilli(watermark),
                    source);
        }
        return null;
    }

    private static Verdict.Unusable unusable(RejectReason reason, String detail) {
        return new Verdict.Unusable(reason, detail, Verdict.UNKNOWN_SOURCE);
    }
}
