package io.journey.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.identity.Ownership.Shift;
import io.journey.core.journey.EventPosition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who owns an identity at, just before and just after the instants at which that changes. */
class OwnershipTest {

    private static final long LOOKBACK = 100;
    private static final String ADA = "customer:ada";
    private static final String BOB = "customer:bob";

    private final MemoryNode node = new MemoryNode("cookie:7");
    private final Ownership ownership = new Ownership(Duration.ofMillis(LOOKBACK));

    private static Claim claim(long at, long sequence, String eventId, String claimant) {
        return new Claim(new EventPosition(at, sequence, eventId), claimant);
    }

    private static Claim claim(long at, String claimant) {
        return claim(at, 0, "e", claimant);
    }

    private void given(Claim... claims) {
        for (Claim claim : claims) {
            node.claims().add(claim);
        }
    }

    @Test
    void whatNobodyClaimsBelongsToNobody() {
        assertThat(ownership.owner(node, 0)).isNull();
    }

    @Test
    void aClaimHoldsFromItsInstantOn() {
        given(claim(0, ADA), claim(1000, BOB));

        assertThat(ownership.owner(node, 999)).isEqualTo(ADA);
        assertThat(ownership.owner(node, 1000)).isEqualTo(BOB);
        assertThat(ownership.owner(node, Long.MAX_VALUE - 1)).isEqualTo(BOB);
    }

    @Test
    void theEarliestClaimReachesBackByTheLookbackAndNotFurther() {
        given(claim(1000, ADA));

        assertThat(ownership.owner(node, 1000 - LOOKBACK)).isEqualTo(ADA);
        assertThat(ownership.owner(node, 1000 - LOOKBACK - 1)).isNull();
    }

    @Test
    void onlyTheEarliestClaimReachesBack() {
        given(claim(1000, ADA), claim(1050, BOB));

        assertThat(ownership.owner(node, 999)).isEqualTo(ADA);
        assertThat(ownership.owner(node, 1049)).isEqualTo(ADA);
    }

    @Test
    void withoutLookbackAClaimHoldsFromItsInstantOnOnly() {
        given(claim(1000, ADA));
        Ownership strict = new Ownership(Duration.ZERO);

        assertThat(strict.owner(node, 1000)).isEqualTo(ADA);
        assertThat(strict.owner(node, 999)).isNull();
    }

    @Test
    void ofClaimsOfOneInstantTheLastInEventOrderHolds() {
        given(claim(1000, 1, "a", ADA), claim(1000, 0, "z", BOB));

        assertThat(ownership.owner(node, 1000)).isEqualTo(ADA);
    }

    @Test
    void ofClaimsOfOneInstantTheFirstInEventOrderReachesBack() {
        given(claim(1000, 1, "a", ADA), claim(1000, 0, "z", BOB));

        assertThat(ownership.owner(node, 999)).isEqualTo(BOB);
    }

    @Test
    void ofClaimsOfOnePositionTheGreaterClaimantHolds() {
        given(claim(1000, BOB), claim(1000, ADA));

        assertThat(ownership.owner(node, 1000)).isEqualTo(BOB);
        assertThat(ownership.owner(node, 999)).isEqualTo(ADA);
    }

    @Test
    void aLoneClaimChangesEverythingFromItsReachOn() {
        assertThat(ownership.shifts(null, claim(1000, ADA), null))
                .containsExactly(new Shift(1000 - LOOKBACK, Long.MAX_VALUE, null, ADA));
    }

    @Test
    void aClaimBetweenTwoChangesWhatLiesBetweenItAndTheNext() {
        assertThat(ownership.shifts(claim(500, BOB), claim(1000, ADA), claim(2000, BOB)))
                .containsExactly(new Shift(1000, 2000, BOB, ADA));
    }

    @Test
    void aClaimBeforeTheFirstTakesItsReachFromIt() {
        assertThat(ownership.shifts(null, claim(1000, ADA), claim(1050, BOB)))
                .containsExactly(
                        new Shift(1000 - LOOKBACK, 1050 - LOOKBACK, null, ADA),
                        new Shift(1050 - LOOKBACK, 1050, BOB, ADA));
    }

    @Test
    void aClaimFarBeforeTheFirstLeavesNothingUnowned() {
        assertThat(ownership.shifts(null, claim(1000, ADA), claim(5000, BOB)))
                .containsExactly(
                        new Shift(1000 - LOOKBACK, 5000 - LOOKBACK, null, ADA),
                        new Shift(5000 - LOOKBACK, 5000, BOB, ADA));
    }

    @Test
    void aClaimAtTheInstantOfALaterOneChangesNothingFromThatInstantOn() {
        assertThat(ownership.shifts(claim(500, BOB), claim(1000, 0, "a", ADA), claim(1000, 1, "b", BOB)))
                .isEmpty();
    }

    @Test
    void aClaimOfWhoOwnsItAnywayChangesNothing() {
        assertThat(ownership.shifts(claim(500, ADA), claim(1000, ADA), claim(2000, BOB)))
                .isEmpty();
    }
}
