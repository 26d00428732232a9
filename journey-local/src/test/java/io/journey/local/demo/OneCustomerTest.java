package io.journey.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.json.ParsedTouchpoint;
import io.journey.events.json.TouchpointJson;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.house.House;
import io.journey.local.house.Topics;
import io.journey.sink.SinkApplication;
import io.journey.streams.JourneyApplication;
import io.journey.streams.definition.DefinitionFile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of docs/one-customer.md, event by event, as the page shows it. */
class OneCustomerTest {

    @Test
    void fiveWaysToBeKnownBecomeOneCustomerAndPartAgain(@TempDir Path folder) throws Exception {
        StoryPage story = StoryPage.read("one-customer.md");
        try (House house = House.open(folder, 0, 0);
                Story told = new Story(house, folder, definition(story))) {
            try (WatchedPage page = WatchedPage.at(told.page())) {
                for (StoryPage.Step step : story.steps()) {
                    told.send(step.event());
                    page.awaitFunnel(step.journeys(), step.converted());
                }
            }
        }
    }

    @Test
    void inAnotherOrderItEndsTheSame(@TempDir Path folder) throws Exception {
        StoryPage story = StoryPage.read("one-customer.md");
        StoryPage.Step last = story.steps().get(story.steps().size() - 1);
        List<StoryPage.Step> shuffled = new ArrayList<>(story.steps());
        Collections.shuffle(shuffled, new Random(7));
        assertThat(shuffled).isNotEqualTo(story.steps());
        try (House house = House.open(folder, 0, 0);
                Story told = new Story(house, folder, definition(story))) {
            for (StoryPage.Step step : shuffled) {
                told.send(step.event());
            }
            try (WatchedPage page = WatchedPage.at(told.page())) {
                page.awaitFunnel(last.journeys(), last.converted());
            }
        }
    }

    private static Definition definition(StoryPage story) {
        return ((DefinitionFile.Valid) DefinitionFile.read("one-customer.yaml", story.definition())).definition();
    }

    /** The whole pipeline, fed line by line. */
    private static final class Story implements AutoCloseable {

        private final SinkApplication sink;
        private final JourneyApplication application;
        private final TouchpointProducer producer;

        Story(House house, Path folder, Definition definition) throws InterruptedException {
            Topics.provide(house.cluster(), JourneyTopic.DEFAULT_PREFIX, Optional.empty());
            DemoSettings settings = new DemoSettings(house.cluster(), folder, 1, 0);
            application = new JourneyApplication(settings.streams(), List.of(definition), new SimpleMeterRegistry());
            producer = new TouchpointProducer(
                    JourneyTopic.TOUCHPOINTS.named(JourneyTopic.DEFAULT_PREFIX),
                    new Identities(
                            definition.identity().ladder(),
                            definition.identity().ignore(),
                            IdentityHash.NONE),
                    house.cluster().clients());
            application.start();
            sink = new SinkApplication(settings.sink(application.queriesAt().orElseThrow()));
            sink.start();
        }

        String page() {
            return sink.pageUri() + "?journey=one-customer&window=month";
        }

        void send(String line) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            ParsedTouchpoint parsed = TouchpointJson.parse(bytes, 0, bytes.length);
            producer.send(((ParsedTouchpoint.Event) parsed).touchpoint());
            producer.flush();
        }

        @Override
        public void close() {
            producer.close();
            application.close();
            sink.close();
        }
    }
}
