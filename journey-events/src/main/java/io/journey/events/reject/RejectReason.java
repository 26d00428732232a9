package io.journey.events.reject;

/**
 * Why a record went to the rejected topic instead of into a journey.
 *
 * <p>The name is part of the published contract: it travels in {@code Rejected.reason} and as a metric's label. The page
 * docs/rejected.md is printed from here.
 */
public enum RejectReason {
    NULL_KEY("The record has no key.", "Key the record by the event's address, a TouchpointKey, and send it again."),
    NULL_VALUE(
            "The record has a key and no value. The touchpoint topic is a log of events; it knows no tombstones.",
            "Do not send tombstones to the touchpoint topic."),
    EMPTY(
            "Key or value has zero bytes, or the line is blank.",
            "Send null or a record; look for a producer that flushes an unfilled buffer."),
    TRUNCATED(
            "The bytes end before the record is complete: the five bytes of the wire format, a field, or a length that"
                    + " points past the end.",
            "Look for a proxy or a connector that cuts records; send the whole record again."),
    WRONG_MAGIC_BYTE(
            "The first byte is not 0, so this is no Avro in the registry's wire format: often JSON or bare Avro.",
            "Name a serializer that speaks to the schema registry in the producer's settings."),
    UNKNOWN_SCHEMA(
            "The registry knows no schema of the id that the record names.",
            "Check that producer and pipeline use the same registry and that the schema was not deleted; register it,"
                    + " then replay."),
    WRONG_TYPE(
            "The record was written with the schema of another record, or with a field of a type that ours cannot be"
                    + " read from.",
            "Find who writes another type into this topic; one topic carries one type."),
    MISSING_FIELD(
            "A required field is absent, null or blank, or the schema it was written with lacks it.",
            "Fill the field at the source; required are eventId, channel, touchpoint, occurredAt and an identity."),
    MALFORMED(
            "The bytes do not fit the schema they name: an impossible length or union branch, or bytes left over.",
            "Find the producer by the record's headers and position; its serializer is broken or the bytes were"
                    + " altered."),
    INVALID_TEXT(
            "A text is not valid UTF-8, or holds half of a surrogate pair.",
            "Convert texts to UTF-8 at the source; the detail names the place."),
    TOO_LARGE(
            "The record or line exceeds the largest size that is processed.",
            "Send the payload elsewhere and a reference to it in an attribute."),
    NO_IDENTITY(
            "The event names no identity of the ladder, or only ignored ones.",
            "Send an identity of a namespace that the definition lists; check its ignore list."),
    FUTURE(
            "The event lies further in the future than the definition's maximal clock skew.",
            "Correct the source's clock or time zone, then replay."),
    TOO_LATE(
            "The event is older than the history horizon.",
            "Widen the horizon and compute anew if such events must count."),
    ERASED(
            "The event belongs to an identity whose events of that time were erased; its bytes are not kept.",
            "Nothing, or stop the source that still holds erased events."),
    INVALID_VALUE(
            "A field holds a value outside of what it may hold; the detail names field, value and expectation.",
            "Correct the value at the source, then replay."),
    NOT_JSON("The line is no JSON object.", "Write one event as one JSON object a line.");

    private final String meaning;
    private final String remedy;

    RejectReason(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** What was found. */
    public String meaning() {
        return meaning;
    }

    /** What the one who runs the source or the pipeline should do. */
    public String remedy() {
        return remedy;
    }
}
