package io.journey.core.event;

import io.journey.core.definition.Facts;
import io.journey.core.definition.Field;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One contact of one customer.
 *
 * @param eventId identity of the event
 * @param occurredAt milliseconds since the epoch
 * @param sequence order among events of one instant
 * @param source system that recorded it; empty when nobody says, so that conditions find none
 * @param channel where it happened
 * @param touchpoint kind of contact
 * @param amount money it was worth; null when it carries no value
 * @param surveyKind kind of answer; null when it is no answer
 * @param surveyScore score of the answer; null when it is no answer
 * @param attributes further facts
 */
public record Event(
        String eventId,
        long occurredAt,
        long sequence,
        String source,
        String channel,
        String touchpoint,
        @Nullable BigDecimal amount,
        @Nullable String surveyKind,
        @Nullable BigDecimal surveyScore,
        Map<String, String> attributes)
        implements Facts {

    @Override
    public @Nullable Object get(Field field) {
        return switch (field.kind()) {
            case CHANNEL -> channel;
            case TOUCHPOINT -> touchpoint;
            case SOURCE -> source.isEmpty() ? null : source;
            case VALUE -> amount;
            case SURVEY_KIND -> surveyKind;
            case SURVEY_SCORE -> surveyScore;
            case ATTRIBUTE -> attributes.get(field.attribute());
        };
    }
}
