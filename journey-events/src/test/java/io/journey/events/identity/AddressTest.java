package io.journey.events.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.v1.TouchpointKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressTest {

    private static final List<String> LADDER = List.of("customer", "email", "cookie");

    @Test
    void theStrongestIdentityOfTheLadderIsTheAddress() {
        assertThat(Address.of(LADDER, Map.of(), Map.of("cookie", "7", "email", "f00", "shoe", "42")))
                .contains(new TouchpointKey("email", "f00"));
    }

    @Test
    void ignoredAndBlankValuesIdentifyNobody() {
        Map<String, Set<String>> ignore = Map.of("customer", Set.of("unknown", "0"));

        assertThat(Address.of(LADDER, ignore, Map.of("customer", "0", "email", " ", "cookie", "0")))
                .contains(new TouchpointKey("cookie", "0"));
    }

    @Test
    void anEventOffTheLadderHasNoAddress() {
        assertThat(Address.of(LADDER, Map.of(), Map.of("shoe", "42"))).isEmpty();
    }

    @Test
    void aStrayEventIsAlwaysKeyedTheSameWay() {
        assertThat(Address.stray(Map.of("shoe", "42", "hat", "58"))).contains(new TouchpointKey("hat", "58"));
        assertThat(Address.stray(Map.of())).isEmpty();
    }
}
