package io.journey.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.identity.Rung.Alias;
import io.journey.core.identity.Rung.Aliased;
import io.journey.core.identity.Rung.Claimed;
import io.journey.core.journey.EventPosition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which alias of a circle counts: those that are earlier in event order, whatever arrived first. */
class AliasesTest {

    private static final Alias A_AS_B = alias(1, "customer:a", "customer:b");
    private static final Alias B_AS_C = alias(2, "customer:b", "customer:c");
    private static final Alias C_AS_A = alias(3, "customer:c", "customer:a");

    private final TreeSet<Alias> known = new TreeSet<>();
    private final List<Rung> told = new ArrayList<>();
    private final Aliases aliases = new Aliases(
            new Aliases.Book() {
                @Override
                public void add(Alias alias) {
                    known.add(alias);
                }

                @Override
                public void remove(Alias alias) {
                    known.remove(alias);
                }

                @Override
                public Collection<Alias> of(String identity) {
                    return known.stream()
                            .filter(alias -> alias.continued().equals(identity)
                                    || alias.survivor().equals(identity))
                            .toList();
                }
            },
            told::add);

    private static Alias alias(long at, String continued, String survivor) {
        return new Alias(new EventPosition(at, 0, "e" + at), continued, survivor);
    }

    private int arrives(Alias alias) {
        return aliases.receive(new Aliased(alias, false));
    }

    private int isWithdrawn(Alias alias) {
        return aliases.receive(new Aliased(alias, true));
    }

    private static Rung claim(Alias alias) {
        return new Claimed(alias.continued(), alias.claim(), false);
    }

    private static Rung noClaim(Alias alias) {
        return new Claimed(alias.continued(), alias.claim(), true);
    }

    @Test
    void theOneThatEndsIsClaimedByTheOneThatGoesOn() {
        assertThat(arrives(A_AS_B)).isZero();

        assertThat(told).containsExactly(new Claimed("customer:a", new Claim(A_AS_B.at(), "customer:b"), false));
    }

    @Test
    void theLastInEventOrderIsRefusedWhenItClosesACircle() {
        assertThat(arrives(A_AS_B)).isZero();
        assertThat(arrives(B_AS_C)).isZero();
        assertThat(arrives(C_AS_A)).isEqualTo(1);

        assertThat(told).containsExactly(claim(A_AS_B), claim(B_AS_C));
    }

    @Test
    void theLastInEventOrderIsRefusedAlsoWhenItArrivedFirst() {
        assertThat(arrives(C_AS_A)).isZero();
        assertThat(arrives(B_AS_C)).isZero();
        assertThat(arrives(A_AS_B)).isEqualTo(1);

        assertThat(told).containsExactly(claim(C_AS_A), claim(B_AS_C), noClaim(C_AS_A), claim(A_AS_B));
    }

    @Test
    void aRefusedOneIsAcceptedWhenAnEarlierOneIsWithdrawn() {
        arrives(A_AS_B);
        arrives(B_AS_C);
        arrives(C_AS_A);
        told.clear();

        assertThat(isWithdrawn(B_AS_C)).isEqualTo(-1);

        assertThat(told).containsExactly(noClaim(B_AS_C), claim(C_AS_A));
    }

    @Test
    void withdrawingARefusedOneTellsNobody() {
        arrives(A_AS_B);
        arrives(B_AS_C);
        arrives(C_AS_A);
        told.clear();

        assertThat(isWithdrawn(C_AS_A)).isEqualTo(-1);

        assertThat(told).isEmpty();
    }

    @Test
    void ofTwoThatContradictEachOtherTheEarlierCounts() {
        Alias back = alias(4, "customer:b", "customer:a");

        arrives(back);
        assertThat(arrives(A_AS_B)).isEqualTo(1);

        assertThat(told).containsExactly(claim(back), noClaim(back), claim(A_AS_B));
    }

    @Test
    void atOneInstantTheOrderOfEventsDecides() {
        Alias first = new Alias(new EventPosition(1, 0, "x"), "customer:a", "customer:b");
        Alias second = new Alias(new EventPosition(1, 1, "w"), "customer:b", "customer:a");

        arrives(second);
        assertThat(arrives(first)).isEqualTo(1);

        assertThat(told).containsExactly(claim(second), noClaim(second), claim(first));
    }

    @Test
    void atOnePositionTheSmallerAddressComesFirst() {
        EventPosition position = new EventPosition(1, 0, "x");
        Alias ofA = new Alias(position, "customer:b", "customer:a");
        Alias ofB = new Alias(position, "customer:a", "customer:b");

        arrives(ofB);
        assertThat(arrives(ofA)).isEqualTo(1);

        assertThat(told).containsExactly(claim(ofB), noClaim(ofB), claim(ofA));
    }

    @Test
    void anIdentityCannotContinueAsItself() {
        assertThat(arrives(alias(1, "customer:a", "customer:a"))).isEqualTo(1);

        assertThat(told).isEmpty();
    }

    @Test
    void oneIdentityMayContinueAsTwoOneAfterTheOther() {
        Alias again = alias(5, "customer:a", "customer:c");

        arrives(A_AS_B);
        assertThat(arrives(again)).isZero();

        assertThat(told).containsExactly(claim(A_AS_B), claim(again));
    }

    @Test
    void aCircleOfOthersIsLeftAlone() {
        arrives(A_AS_B);
        arrives(B_AS_C);
        arrives(C_AS_A);
        told.clear();
        Alias elsewhere = alias(0, "customer:x", "customer:y");

        assertThat(arrives(elsewhere)).isZero();

        assertThat(told).containsExactly(claim(elsewhere));
    }
}
