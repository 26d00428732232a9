package io.journey.local.simulator;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * A change of stage as the shop's customers live it.
 *
 * @param persona id of the customer's persona
 * @param kind START, ADVANCE, SKIP, REGRESS, COMPLETE or LAPSE
 * @param from stage left; null for START
 * @param to stage entered; null for COMPLETE and LAPSE
 */
public record Move(
        String persona,
        Kind kind,
        @Nullable ShopStage from,
        @Nullable ShopStage to) {

    /** Kinds of change; the names are those of published transitions. */
    public enum Kind {
        START,
        ADVANCE,
        SKIP,
        REGRESS,
        COMPLETE,
        LAPSE
    }

    static Move between(ShopPersona persona, ShopStage from, ShopStage to) {
        return new Move(persona.id(), kind(from, to), from, to);
    }

    private static Kind kind(ShopStage from, ShopStage to) {
        if (to.compareTo(from) < 0) {
            return Kind.REGRESS;
        }
        return EnumSet.range(from, to).size() == 2 ? Kind.ADVANCE : Kind.SKIP;
    }
}
