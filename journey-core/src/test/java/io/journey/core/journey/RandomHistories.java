package io.journey.core.journey;

import io.journey.core.definition.Condition;
import io.journey.core.definition.Conversion;
import io.journey.core.definition.Definition;
import io.journey.core.definition.Field;
import io.journey.core.definition.IdentityRules;
import io.journey.core.definition.Persona;
import io.journey.core.definition.Restart;
import io.journey.core.definition.Rule;
import io.journey.core.definition.Segment;
import io.journey.core.definition.Stage;
import io.journey.core.definition.WindowKind;
import io.journey.core.event.Event;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Small random definitions and histories in which everything that can collide does. */
public final class RandomHistories {

    private static final Field TOUCHPOINT = new Field(Field.Kind.TOUCHPOINT, "");
    private static final Field AGE = new Field(Field.Kind.ATTRIBUTE, "age");
    /** 28 March 2021, a few hours before Berlin's clocks go forward. */
    public static final long EPOCH = 1_616_880_000_000L;

    private final Random random;

    public RandomHistories(long seed) {
        random = new Random(seed);
    }

    Definition definition() {
        return definition(new IdentityRules(List.of("customer"), Map.of(), Duration.ofDays(30)));
    }

    public Definition definition(IdentityRules identity) {
        int stageCount = 2 + random.nextInt(4);
        List<Stage> stages = IntStream.range(0, stageCount)
                .mapToObj(stage -> stage(stage, stageCount))
                .toList();
        return new Definition(
                "random",
                1,
                ZoneId.of(pick("UTC", "Europe/Berlin", "Asia/Kolkata")),
                identity,
                stages,
                random.nextInt(stageCount),
                new Conversion(random.nextInt(stageCount), Duration.ofMinutes(1 + random.nextInt(300))),
                random.nextInt(3) == 0
                        ? List.of()
                        : List.of(new Restart(someStages(stageCount), someStages(stageCount))),
                rules(stageCount),
                List.of("age", "plan"),
                List.of(
                        new Persona("old", new Condition.Compared(AGE, Condition.Relation.GTE, BigDecimal.valueOf(60))),
                        new Persona("known", new Condition.Present(AGE))),
                List.of(
                        new Segment(List.of()),
                        new Segment(List.of(Segment.Dimension.PERSONA)),
                        new Segment(List.of(Segment.Dimension.ENTRY_CHANNEL, Segment.Dimension.PERSONA))),
                List.of(WindowKind.HOUR, WindowKind.DAY, WindowKind.WEEK),
                "none");
    }

    private Stage stage(int stage, int stageCount) {
        boolean exit = stage == stageCount - 1 && random.nextBoolean();
        Duration lapseAfter = random.nextInt(5) == 0 ? null : Duration.ofMinutes(1 + random.nextInt(120));
        Set<Integer> sticky = random.nextInt(3) == 0 ? someStages(stageCount) : Set.of();
        return new Stage("s" + stage, exit, lapseAfter, sticky, null);
    }

    private List<Rule> rules(int stageCount) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Rule.Count count = random.nextInt(3) == 0
                    ? new Rule.Count(1 + random.nextInt(4), Duration.ofMinutes(1 + random.nextInt(200)))
                    : null;
            rules.add(new Rule(
                    random.nextInt(stageCount), new Condition.EqualsText(TOUCHPOINT, "t" + random.nextInt(4)), count));
        }
        return rules;
    }

    private Set<Integer> someStages(int stageCount) {
        Set<Integer> some = new HashSet<>();
        some.add(random.nextInt(stageCount));
        some.add(random.nextInt(stageCount));
        return some;
    }

    /** Deliveries in random order: ties, duplicates that differ, gaps around every lapse. */
    List<Event> deliveries() {
        int size = random.nextInt(30);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            events.add(event("e" + random.nextInt(Math.max(1, size - 3))));
        }
        return events;
    }

    public Event event(String id) {
        long minute = random.nextInt(4) == 0 ? random.nextInt(3000) : random.nextInt(300);
        Map<String, String> attributes = new HashMap<>();
        if (random.nextInt(4) == 0) {
            attributes.put("age", String.valueOf(55 + random.nextInt(10)));
        }
        return new Event(
                id,
                EPOCH + minute * 60_000,
                random.nextInt(2),
                pick("a", "b"),
                pick("web", "store"),
                "t" + random.nextInt(5),
                amount(),
                null,
                null,
                attributes);
    }

    private @Nullable BigDecimal amount() {
        return random.nextInt(3) == 0 ? new BigDecimal(pick("1.50", "0.1", "20", "-3.25", "0.00")) : null;
    }

    /** Watermarks as a task may see them: mostly rising, sometimes falling back. */
    public long watermark() {
        return random.nextInt(4) == 0 ? Long.MIN_VALUE : EPOCH + random.nextInt(4000) * 60_000L;
    }

    public boolean sometimes() {
        return random.nextInt(4) == 0;
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
