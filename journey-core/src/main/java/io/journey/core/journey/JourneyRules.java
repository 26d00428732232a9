package io.journey.core.journey;

import io.journey.core.definition.Definition;
import io.journey.core.definition.Facts;
import io.journey.core.definition.Field;
import io.journey.core.definition.Persona;
import io.journey.core.definition.Restart;
import io.journey.core.definition.Rule;
import io.journey.core.definition.Stage;
import io.journey.core.event.Event;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A definition in the form in which the fold asks: by number, without looking anything up. Immutable. */
public final class JourneyRules {

    /** Marks a stage that never lapses. */
    private static final long NEVER = Long.MAX_VALUE;

    private final Definition definition;
    private final Rule[] rules;
    private final int[] countedRules;
    private final int[] order;
    private final long[] lapseAfter;
    private final long[] stickyAgainst;
    private final long[] restartsAt;
    private final String[] profileAttributes;

    public JourneyRules(Definition definition) {
        this.definition = definition;
        List<Stage> stages = definition.stages();
        if (stages.size() > Long.SIZE) {
            throw new IllegalArgumentException(definition.journey() + " has " + stages.size() + " stages, at most 64");
        }
        rules = definition.rules().toArray(Rule[]::new);
        countedRules = countedRules(rules);
        order = new int[stages.size()];
        lapseAfter = new long[stages.size()];
        stickyAgainst = new long[stages.size()];
        restartsAt = new long[stages.size()];
        int next = 0;
        for (int stage = 0; stage < order.length; stage++) {
            Stage declared = stages.get(stage);
            order[stage] = declared.exit() ? -1 : next++;
            Duration lapse = declared.lapseAfter();
            lapseAfter[stage] = lapse == null ? NEVER : lapse.toMillis();
            stickyAgainst[stage] = declared.exit() ? -1L : bits(declared.stickyAgainst());
        }
        for (Restart restart : definition.restarts()) {
            restart.from().forEach(stage -> restartsAt[stage] |= bits(restart.to()));
        }
        profileAttributes = definition.profileAttributes().toArray(String[]::new);
    }

    private static int[] countedRules(Rule[] rules) {
        return IntStream.range(0, rules.length)
                .filter(rule -> rules[rule].count() != null)
                .toArray();
    }

    private static long bits(Iterable<Integer> stages) {
        long bits = 0;
        for (int stage : stages) {
            bits |= 1L << stage;
        }
        return bits;
    }

    public Definition definition() {
        return definition;
    }

    /** The state before a customer's first touch. */
    public Snapshot beginning() {
        return new Snapshot(null, new String[profileAttributes.length], new long[countedRules.length][0], 0, null);
    }

    /** What the history keeps of an event. */
    public Touch touch(Event event) {
        int rule = Touch.NO_RULE;
        long counted = 0;
        int countedIndex = 0;
        for (int i = 0; i < rules.length; i++) {
            boolean hasCount = rules[i].count() != null;
            // Rules after the first match cannot name the stage, but counted ones must still see the event.
            if ((hasCount || rule == Touch.NO_RULE) && rules[i].when().holds(event)) {
                if (hasCount) {
                    counted |= 1L << countedIndex;
                } else {
                    rule = i;
                }
            }
            countedIndex += hasCount ? 1 : 0;
        }
        @Nullable String[] profile = new String[profileAttributes.length];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = event.attributes().get(profileAttributes[i]);
        }
        return new Touch(
                new EventPosition(event.occurredAt(), event.sequence(), event.eventId()),
                event.source(),
                event.channel(),
                event.touchpoint(),
                rule,
                counted,
                event.amount() == null ? BigDecimal.ZERO : event.amount(),
                profile);
    }

    /** Persona of a customer with this profile. */
    String persona(@Nullable String[] profile) {
        Facts facts = field -> profileValue(profile, field);
        for (Persona persona : definition.personas()) {
            if (persona.when().holds(facts)) {
                return persona.id();
            }
        }
        return Definition.NO_PERSONA;
    }

    private @Nullable Object profileValue(@Nullable String[] profile, Field field) {
        for (int i = 0; i < profile.length; i++) {
            if (profileAttributes[i].equals(field.attribute())) {
                return profile[i];
            }
        }
        return null;
    }

    int stages() {
        return order.length;
    }

    int countedRules() {
        return countedRules.length;
    }

    int countedRule(int index) {
        return countedRules[index];
    }

    Rule rule(int index) {
        return rules[index];
    }

    /** Instant of silence at which a journey in this stage ends; {@link Long#MAX_VALUE} for never. */
    long lapsesAt(int stage, long lastAt) {
        return lapseAfter[stage] == NEVER ? NEVER : lastAt + lapseAfter[stage];
    }

    boolean restarts(int from, int to) {
        return (restartsAt[from] >>> to & 1) != 0;
    }

    boolean isSticky(int stage, int against) {
        return (stickyAgainst[stage] >>> against & 1) != 0;
    }

    TransitionKind kind(int from, int to) {
        if (order[to] < 0) {
            return TransitionKind.EXIT;
        }
        if (order[to] < order[from]) {
            return TransitionKind.REGRESS;
        }
        return order[to] == order[from] + 1 ? TransitionKind.ADVANCE : TransitionKind.SKIP;
    }

    long conversionWindow() {
        return definition.conversion().window().toMillis();
    }
}
