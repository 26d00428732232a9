package io.journey.core.definition;

import org.jspecify.annotations.Nullable;

/** What a condition is asked about: an event, or a customer's profile. */
public interface Facts {

    /**
     * @return the fact's value: text, or a {@link java.math.BigDecimal} for a fact that is a number by nature; null
     *     when it is absent
     */
    @Nullable Object get(Field field);
}
