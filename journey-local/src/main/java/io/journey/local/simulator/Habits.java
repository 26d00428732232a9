package io.journey.local.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What customers do next and when: personas and stages, made into single decisions by chance. */
final class Habits {

    private static final double STAYS = 0.5;
    private static final double SPREAD = 0.9;
    private static final Duration SHORTEST_GAP = Duration.ofMillis(20);
    private static final Duration PUT_OFF_FROM = Duration.ofHours(1);
    private static final List<ShopStage> STAGES = List.of(ShopStage.values());

    private final Chance chance;

    Habits(Chance chance) {
        this.chance = chance;
    }

    ShopPersona persona() {
        return chance.oneOf(Personas.ALL, ShopPersona::share);
    }

    /** Stage of the first contact of a customer who turns up. */
    ShopStage arrival(ShopPersona persona) {
        return chance.oneOf(STAGES, persona::arrivesIn);
    }

    /** Stage of the customer's next contact; empty when they fall silent. */
    Optional<ShopStage> next(ShopPersona persona, ShopStage current) {
        if (chance.happens(STAYS)) {
            return Optional.of(current);
        }
        double left = chance.share();
        for (ShopStage candidate : STAGES) {
            left -= persona.moves(current, candidate);
            if (left < 0) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** When the next contact comes: always before the silence would end the journey. */
    Instant when(ShopPersona persona, ShopStage current, Instant now, double pace) {
        Duration median = Duration.ofMillis(Math.round(current.medianGap().toMillis() * persona.slowness() / pace));
        Duration drawn = chance.logNormal(median, SPREAD);
        Duration longest = current.lapseAfter().multipliedBy(4).dividedBy(5);
        Duration gap =
                drawn.compareTo(longest) > 0 ? longest : drawn.compareTo(SHORTEST_GAP) < 0 ? SHORTEST_GAP : drawn;
        Instant at = now.plus(gap);
        return gap.compareTo(PUT_OFF_FROM) < 0 ? at : DailyRhythm.putOff(at, chance);
    }

    /** Mean number of contacts from a customer's arrival until they fall silent. */
    static double contactsPerArrival() {
        return Personas.ALL.stream()
                .mapToDouble(persona -> persona.share() * contactsPerArrival(persona))
                .sum();
    }

    private static double contactsPerArrival(ShopPersona persona) {
        Map<ShopStage, Double> contacts = new EnumMap<>(ShopStage.class);
        // Fixed point of a chain that loses customers at every step: it converges in a few dozen rounds.
        for (int round = 0; round < 200; round++) {
            Map<ShopStage, Double> better = new EnumMap<>(ShopStage.class);
            for (ShopStage from : STAGES) {
                double after = STAGES.stream()
                        .mapToDouble(to -> persona.moves(from, to) * contacts.getOrDefault(to, 0.0))
                        .sum();
                better.put(from, 1 / (1 - STAYS) + after);
            }
            contacts.putAll(better);
        }
        return STAGES.stream()
                .mapToDouble(stage -> persona.arrivesIn(stage) * contacts.getOrDefault(stage, 0.0))
                .sum();
    }
}
