package io.journey.core.definition.read;

import io.journey.core.definition.Field;
import java.util.Optional;

/** Says which fact a key of a condition asks for. */
interface FieldNames {

    /** @return the fact named by the spot's key; nothing, with a fault, when the key names none */
    Optional<Field> named(Spot spot);
}
