package io.journey.core.identity;

import io.journey.core.definition.Definition;
import io.journey.core.definition.IdentityRules;
import io.journey.core.event.Event;
import io.journey.core.identity.NaiveIdentity.Delivered;
import io.journey.core.identity.NaiveIdentity.Erased;
import io.journey.core.identity.NaiveIdentity.Given;
import io.journey.core.identity.NaiveIdentity.Unlinked;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.RandomHistories;
import io.journey.core.journey.TouchOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A random ladder and what is given to it, in the order in which it arrives: shared devices, claims late and twice and at
 * one instant, aliases in circles, unlinkings and erasures before and after what they concern.
 */
public final class RandomLadder {

    /** After every event of a case, and after every lapse. */
    public static final long END = RandomHistories.EPOCH + 5000 * 60_000L;

    static final String ALIAS = "identity.alias";
    static final String ALIAS_OF = "alias";

    /** On every ignore list. */
    static final String NOBODY = "nobody";

    private static final String PRIMARY = "customer";
    private static final List<String> NAMESPACES = List.of(PRIMARY, "email", "social", "cookie");

    private final Random random;
    private final RandomHistories histories;
    private final int people;
    /** Minutes between instants; a coarse one makes events meet the edges of claims, lookbacks and erasures. */
    private final int grain;

    private final Definition definition;
    private final JourneyRules rules;
    private final List<Given> inputs = new ArrayList<>();

    private RandomLadder(Random random, RandomHistories histories, int grain, Definition definition, int people) {
        this.random = random;
        this.histories = histories;
        this.people = people;
        this.grain = grain;
        this.definition = definition;
        this.rules = new JourneyRules(definition);
    }

    private static RandomLadder random(Random random, long seed, int namespaces, int size, int people) {
        RandomHistories histories = new RandomHistories(seed);
        int grain = grain(random);
        List<String> ladder = NAMESPACES.subList(0, namespaces);
        Map<String, Set<String>> ignore = new HashMap<>();
        ladder.forEach(namespace -> ignore.put(namespace, Set.of(NOBODY)));
        Duration lookback =
                random.nextInt(4) == 0 ? Duration.ZERO : Duration.ofMillis(grained(minutes(random, 400), grain));
        Definition definition = histories.definition(new IdentityRules(ladder, ignore, lookback));
        RandomLadder made = new RandomLadder(random, histories, grain, definition, people);
        made.fill(size);
        return made;
    }

    private static int grain(Random random) {
        return random.nextBoolean() ? 1 : 20;
    }

    /** Few events of very few identities, so that everything that can collide does. */
    public static RandomLadder small(long seed) {
        Random random = new Random(seed);
        return random(random, seed, 1 + random.nextInt(NAMESPACES.size()), random.nextInt(40), 3);
    }

    /**
     * The whole ladder.
     *
     * @param size deliveries
     * @param people values of each namespace
     */
    public static RandomLadder large(long seed, int size, int people) {
        return random(new Random(seed), seed, NAMESPACES.size(), size, people);
    }

    /**
     * The same for a definition that somebody wrote.
     *
     * @param definition with {@code nobody} on the ignore list of every namespace
     */
    public static RandomLadder of(Definition definition, long seed, int size, int people) {
        Random random = new Random(seed);
        RandomLadder made = new RandomLadder(random, new RandomHistories(seed), grain(random), definition, people);
        made.fill(size);
        return made;
    }

    private void fill(int size) {
        List<Delivered> deliveries = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            deliveries.add(delivered("e" + random.nextInt(Math.max(1, size - size / 8))));
            if (random.nextInt(10) == 0) {
                deliveries.add(deliveries.get(random.nextInt(deliveries.size())));
            }
        }
        inputs.addAll(deliveries);
        for (int i = 0; i < size / 10; i++) {
            Delivered one = deliveries.get(random.nextInt(deliveries.size()));
            if (random.nextBoolean() || !one.claims().isEmpty()) {
                inputs.add(new Unlinked(one.address(), one.event().eventId()));
            }
            if (random.nextInt(3) == 0) {
                inputs.add(erased());
            }
        }
        Collections.shuffle(inputs, random);
    }

    private Erased erased() {
        long from = RandomHistories.EPOCH + grained(minutes(random, 200), grain);
        return new Erased(
                identity(pick(definition.identity().ladder())),
                random.nextBoolean() ? Long.MIN_VALUE : from,
                from + grained(minutes(random, 300), grain));
    }

    private static long minutes(Random random, int limit) {
        return random.nextInt(limit) * 60_000L;
    }

    private static long grained(long duration, int grain) {
        return duration - duration % (grain * 60_000L);
    }

    private Delivered delivered(String id) {
        List<String> ladder = definition.identity().ladder();
        List<String> seen = new ArrayList<>();
        for (String namespace : ladder) {
            if (random.nextInt(3) == 0) {
                seen.add(identity(namespace));
            }
        }
        if (seen.isEmpty()) {
            seen.add(identity(pick(ladder)));
        }
        Event event = grained(histories.event(id));
        List<String> weaker = seen.subList(1, seen.size());
        if (!seen.get(0).startsWith(PRIMARY) || random.nextInt(6) > 0) {
            return new Delivered(seen.get(0), event, List.copyOf(weaker));
        }
        String value = value();
        List<String> claims = new ArrayList<>(List.of(PRIMARY + ":" + value));
        claims.addAll(weaker);
        return new Delivered(seen.get(0), alias(event, value), List.copyOf(claims));
    }

    private Event grained(Event event) {
        long at = RandomHistories.EPOCH + grained(event.occurredAt() - RandomHistories.EPOCH, grain);
        return with(event, at, event.touchpoint(), event.attributes());
    }

    private static Event alias(Event event, String value) {
        Map<String, String> attributes = new HashMap<>(event.attributes());
        attributes.put(ALIAS_OF, value);
        return with(event, event.occurredAt(), ALIAS, attributes);
    }

    private static Event with(Event event, long at, String touchpoint, Map<String, String> attributes) {
        return new Event(
                event.eventId(),
                at,
                event.sequence(),
                event.source(),
                event.channel(),
                touchpoint,
                event.amount(),
                null,
                null,
                attributes);
    }

    private String identity(String namespace) {
        return namespace + ":" + value();
    }

    private String value() {
        return "v" + random.nextInt(people);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    public Definition definition() {
        return definition;
    }

    JourneyRules rules() {
        return rules;
    }

    Random random() {
        return random;
    }

    RandomHistories histories() {
        return histories;
    }

    public List<Given> inputs() {
        return inputs;
    }

    List<Delivered> deliveries() {
        return inputs.stream()
                .filter(Delivered.class::isInstance)
                .map(Delivered.class::cast)
                .toList();
    }

    public NaiveIdentity naive() {
        Comparator<Delivered> byDelivery = Comparator.comparing(
                        (Delivered one) -> rules.touch(one.event()), TouchOrder.BY_DELIVERY)
                .thenComparing(one -> String.join("\n", one.claims()));
        return new NaiveIdentity(PRIMARY + ":", definition.identity().lookback().toMillis(), inputs, byDelivery);
    }
}
