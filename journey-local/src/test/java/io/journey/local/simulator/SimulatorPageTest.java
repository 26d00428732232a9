package io.journey.local.simulator;

import io.journey.local.PrintedPage;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatorPageTest {

    private static final String INTRODUCTION = """
            # The simulated shop

            Source of events for `journey demo` and `journey simulate`: a shop that does not exist, whose customers have
            known habits. What really happened in it is counted where it happens, so whatever is computed from its events
            can be held against the truth. The tables below are printed from the code and compared by a test
            (`-Dregenerate=true` writes them anew).

                journey simulate --events 20000 --seed 7 --truth truth.json > events.jsonl
                journey replay --definition journey-local/src/main/resources/definitions/shop.yaml --export out events.jsonl

            ## How it works

            - Customers turn up by chance, more often in the evening than at night. Some were never seen before, the others
              come back: into their old journey, or into a new one when they were silent for longer than their stage's
              `lapseAfter`.
            - After each contact a customer has one more of the same stage with probability 0.5. Otherwise the persona's
              table says to which stage they go; with what is left of 1 they fall silent where they are.
            - The time to the next contact is log-normal around the stage's median times the persona's slowness, and always
              shorter than the stage's `lapseAfter`. What would happen in a quiet hour is put off.
            - A share of the events is delivered twice, a share is delivered late: minutes mostly, six hours at most.
              `receivedAt` says when. No event is ever delivered before it happened, so none lies in the future.
            - One seed means one shop: the same events in the same order, whatever machine or Java runs it.
            - Nobody is real: ids are numbers, attributes are coarse, there is nothing personal.

            The demo begins with six weeks of history, journeys as slow as in life, sent as fast as they are taken. Then it
            goes live: events happen now, and a day of a journey passes in a minute, so that journeys of weeks can be
            watched. A stopped demo goes on with its data directory: the history is not sent again, and the live shop makes
            up for ten minutes at most. Killed in the middle of its history it sends that again, which changes nothing:
            the events are the same.

            Channels are web, email, social and support, with some contacts by app and in a store. Orders carry amounts
            in EUR; answers to surveys are CSAT (1 to 5), CES (1 to 7) and NPS (0 to 10); campaigns are named in
            `attributes.campaign`.
            """;

    @Test
    void thePageOfTheShopIsPrintedFromItsTables() throws IOException {
        String page = INTRODUCTION + "\n## Stages\n\n" + stages() + "\n## Personas\n\n" + personas()
                + "\n## Where they go\n\n"
                + ShopPersona.all().stream().map(SimulatorPageTest::moves).collect(Collectors.joining("\n"))
                + "\n## When they are about\n\nWeight of each hour in Europe/Berlin, from midnight:\n\n    " + hours()
                + "\n";

        PrintedPage.named("simulator.md").mustBe(page);
    }

    private static String stages() {
        StringBuilder table = new StringBuilder("| stage | silence that ends a journey | median time between contacts |"
                + " contacts |\n|---|---|---|---|\n");
        for (ShopStage stage : ShopStage.values()) {
            table.append("| %s | %s | %s | %s |%n"
                    .formatted(
                            stage.id(),
                            days(stage.lapseAfter()),
                            hours(stage.medianGap()),
                            Contact.of(stage).stream()
                                    .map(contact -> contact.touchpoint() + " (" + contact.channel() + ")")
                                    .collect(Collectors.joining(", "))));
        }
        return table.toString();
    }

    private static String personas() {
        StringBuilder table = new StringBuilder(
                "| persona | share | slowness | median order | attributes |\n|---|---|---|---|---|\n");
        for (ShopPersona persona : ShopPersona.all()) {
            table.append("| %s | %s | %s | %s EUR | %s |%n"
                    .formatted(
                            persona.id(),
                            persona.share(),
                            persona.slowness(),
                            persona.medianOrder(),
                            persona.profile().entrySet().stream()
                                    .sorted(Map.Entry.comparingByKey())
                                    .map(Map.Entry::toString)
                                    .collect(Collectors.joining(", "))));
        }
        return table.toString();
    }

    private static String moves(ShopPersona persona) {
        StringBuilder table = new StringBuilder("### " + persona.id() + "\n\n| from | to |\n|---|---|\n");
        table.append("| (turns up) | ").append(cells(persona.arrivals())).append(" |\n");
        for (ShopStage stage : ShopStage.values()) {
            table.append("| %s | %s |%n"
                    .formatted(stage.id(), cells(persona.moves().getOrDefault(stage, Map.of()))));
        }
        return table.toString();
    }

    private static String cells(Map<ShopStage, Double> chances) {
        return chances.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(chance -> chance.getKey().id() + " " + chance.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String hours() {
        return IntStream.range(0, 24)
                .mapToObj(hour -> String.format(Locale.ROOT, "%.2f", DailyRhythm.weightOf(hour)))
                .collect(Collectors.joining(" "));
    }

    private static String days(Duration duration) {
        return duration.toDays() + " days";
    }

    private static String hours(Duration duration) {
        return duration.toHours() + " hours";
    }
}
