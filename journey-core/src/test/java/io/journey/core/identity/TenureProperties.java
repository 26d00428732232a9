package io.journey.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.journey.EventPosition;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class TenureProperties {

    private static final int END = 40;

    /** What the words say, instant by instant. */
    private static @Nullable String owner(List<Claim> claims, long lookback, long instant) {
        String owner = null;
        for (Claim claim : claims) {
            if (claim.instant() <= instant) {
                owner = claim.claimant();
            }
        }
        boolean reached = owner == null && !claims.isEmpty() && claims.get(0).instant() - lookback <= instant;
        return reached ? claims.get(0).claimant() : owner;
    }

    @Property(tries = 500)
    void atEveryInstantTheTenureNamesTheOwner(@ForAll long seed) {
        Random random = new Random(seed);
        long lookback = random.nextInt(10);
        List<Claim> claims = List.copyOf(new TreeSet<>(IntStream.range(0, random.nextInt(8))
                .mapToObj(number -> new Claim(
                        new EventPosition(random.nextInt(END), random.nextInt(2), "e" + number),
                        "customer:" + random.nextInt(3)))
                .toList()));

        List<Tenure> tenures = Tenure.of(claims, Duration.ofMillis(lookback));

        for (long instant = -12; instant < END + 5; instant++) {
            long at = instant;
            List<String> owners = tenures.stream()
                    .filter(tenure -> tenure.covers(at))
                    .map(Tenure::claimant)
                    .toList();
            String expected = owner(claims, lookback, at);
            assertThat(owners).isEqualTo(expected == null ? List.of() : List.of(expected));
        }
        for (int i = 1; i < tenures.size(); i++) {
            assertThat(tenures.get(i).claimant())
                    .isNotEqualTo(tenures.get(i - 1).claimant());
        }
    }
}
