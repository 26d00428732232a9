package io.journey.events.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.v1.TouchpointKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private static final List<String> LADDER = List.of("customer", "email", "cookie");
    private static final Identities PLAIN = new Identities(LADDER, Map.of(), IdentityHash.NONE);

    @Test
    void theStrongestIdentityOfTheLadderIsTheAddress() {
        assertThat(PLAIN.address(Map.of("cookie", "7", "email", "f00", "shoe", "42")))
                .contains(new TouchpointKey("email", "f00"));
    }

    @Test
    void theUsableOnesComeStrongestFirst() {
        assertThat(PLAIN.usable(Map.of("cookie", "7", "email", "f00", "shoe", "42")))
                .containsExactly(new TouchpointKey("email", "f00"), new TouchpointKey("cookie", "7"));
    }

    @Test
    void ignoredAndBlankValuesIdentifyNobody() {
        Map<String, Set<String>> ignore = Map.of("customer", Set.of("unknown", "0"));
        Identities identities = new Identities(LADDER, ignore, IdentityHash.NONE);

        assertThat(identities.address(Map.of("customer", " 0", "email", " ", "cookie", "0")))
                .contains(new TouchpointKey("cookie", "0"));
    }

    @Test
    void whiteSpaceAroundAValueAndTheCaseOfAnEmailDoNotCount() {
        assertThat(PLAIN.usable(Map.of("email", " Ada@Example.org\t", "cookie", " Ab ")))
                .containsExactly(new TouchpointKey("email", "ada@example.org"), new TouchpointKey("cookie", "Ab"));
    }

    @Test
    void hashedValuesAreHashedOnceAndStillIgnored() {
        IdentityHash hash = new IdentityHash(Set.of("email"), "pepper");
        Identities identities = new Identities(LADDER, Map.of("email", Set.of("nobody@example.org")), hash);

        Map<String, String> stored = identities.stored(Map.of("email", "Ada@Example.org", "cookie", "7"));

        assertThat(stored)
                .containsEntry("cookie", "7")
                // echo -n pepperada@example.org | sha256sum
                .containsEntry("email", "sha256-63be4e38c785f0f31f134e9c4de4a943dbb87a1bfb5f6f3ff60e8bc185813134");
        assertThat(identities.stored(stored)).isEqualTo(stored);
        assertThat(identities.address(stored)).isEqualTo(identities.address(Map.of("email", "ADA@example.org ")));
        assertThat(identities.address(identities.stored(Map.of("email", "Nobody@example.org"))))
                .isEmpty();
        assertThat(hash.toString()).doesNotContain("pepper");
    }

    @Test
    void anEventOffTheLadderHasNoAddress() {
        assertThat(PLAIN.address(Map.of("shoe", "42"))).isEmpty();
    }

    @Test
    void aStrayEventIsAlwaysKeyedTheSameWay() {
        assertThat(Identities.stray(Map.of("shoe", "42", "hat", "58"))).contains(new TouchpointKey("hat", "58"));
        assertThat(Identities.stray(Map.of())).isEmpty();
    }
}
