package io.journey.local.simulator;

import java.time.Instant;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Where a customer of the shop stands in their journey. */
final class Customer {

    final String id;
    final ShopPersona persona;

    /** Null when no journey is open. */
    @Nullable ShopStage stage;

    Instant lastContact = Instant.MIN;

    /** Stages that the open journey came to or passed by. */
    final EnumSet<ShopStage> passed = EnumSet.noneOf(ShopStage.class);

    Customer(String id, ShopPersona persona) {
        this.id = id;
        this.persona = persona;
    }

    boolean isSilentTooLongAt(Instant now) {
        ShopStage current = stage;
        return current != null && now.isAfter(lastContact.plus(current.lapseAfter()));
    }
}
