package io.journey.local.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.tls.CertificateStore;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import io.journey.local.TestHouse;
import io.journey.local.access.Certificate;
import io.journey.local.export.Export;
import io.journey.local.house.Topics;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.definition.DefinitionFile;
import io.journey.streams.query.Answer;
import io.journey.streams.query.Customer;
import io.journey.streams.query.QueryClient;
import io.journey.streams.query.Question;
import io.journey.streams.replay.ReplayClosing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A broker, a registry, and instances of the application that compute one definition together, and answer over TLS.
 */
final class Pipelines implements AutoCloseable {

    static final String TOKEN = "a token of the tests";
    static final String JOURNEY = "shop";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARTITIONS = 4;
    private static final String DEFINITION = """
            journey: shop
            version: 1
            timeZone: UTC
            identity: {ladder: [customer, email, cookie], lookback: P30D}
            stages: [{id: seen}, {id: interested, lapseAfter: P90D}, {id: bought}]
            initialStage: seen
            conversion: {stage: bought, window: P30D}
            rules:
              - {stage: interested, when: {touchpoint: [mail_clicked, logged_in]}}
              - {stage: bought, when: {touchpoint: order_placed}}
            """;

    private final TestHouse house;
    private final Path directory;
    private final List<JourneyApplication> instances = new ArrayList<>();
    private final Certificate certificate;
    private final QueryClient client;

    Pipelines(Path directory, int count) throws Exception {
        this.directory = directory;
        this.certificate = Certificate.of("instances", directory.resolve("keys"));
        this.client = client(TOKEN);
        this.house = TestHouse.open(directory.resolve("house"));
        Topics.provide(house.cluster(), JourneyTopic.DEFAULT_PREFIX, Optional.of(PARTITIONS));
        for (int number = 0; number < count; number++) {
            JourneyApplication instance =
                    new JourneyApplication(settings(number), List.of(definition()), new SimpleMeterRegistry());
            instances.add(instance);
            instance.start();
        }
    }

    static Definition definition() {
        return ((DefinitionFile.Valid) DefinitionFile.read("shop.yaml", DEFINITION)).definition();
    }

    private StreamsSettings settings(int number) {
        Map<String, String> settings = new HashMap<>(house.cluster().clients());
        settings.put("state.dir", directory.resolve("streams-" + number).toString());
        settings.put(StreamsSettings.CLOCK, "replay");
        settings.put(StreamsSettings.HTTP_LISTEN, "127.0.0.1:0");
        settings.put(StreamsSettings.HTTP_TOKEN, TOKEN);
        settings.put(StreamsSettings.HTTP_KEYSTORE, certificate.keystore().toString());
        settings.put(StreamsSettings.HTTP_KEYSTORE_PASSWORD, Certificate.PASSWORD);
        settings.put(StreamsSettings.HTTP_TRUSTSTORE, truststore());
        settings.put(StreamsSettings.HTTP_TRUSTSTORE_PASSWORD, Certificate.PASSWORD);
        return new StreamsSettings(settings);
    }

    /** File with the certificate of all instances. */
    String truststore() {
        return certificate.truststore().toString();
    }

    /** Options by which the command trusts the instances. */
    List<String> trust() throws IOException {
        Path password = Files.writeString(directory.resolve("truststore-password"), Certificate.PASSWORD + "\n");
        return List.of("--truststore", truststore(), "--truststore-password-file", password.toString());
    }

    /** Asks an instance, which it trusts. */
    QueryClient client(String token) {
        return new QueryClient(token, CertificateStore.pkcs12(truststore(), Certificate.PASSWORD));
    }

    String bootstrapServers() {
        return house.cluster().bootstrapServers();
    }

    String registry() {
        return house.cluster().registry().toString();
    }

    URI address(int instance) {
        return instances.get(instance).queriesAt().orElseThrow();
    }

    void send(List<Touchpoint> events) {
        Identities identities = new Identities(definition().identity().ladder(), Map.of(), IdentityHash.NONE);
        try (TouchpointProducer producer = new TouchpointProducer(
                JourneyTopic.TOUCHPOINTS.named(JourneyTopic.DEFAULT_PREFIX),
                identities,
                house.cluster().clients())) {
            events.forEach(producer::send);
        }
    }

    Answer ask(int instance, String identity, Question.Part part) throws InterruptedException {
        return client.ask(address(instance), new Question(JOURNEY, identity, part));
    }

    /** Returns when the instance knows that many touches of the customer. */
    Customer awaitTouches(int instance, String identity, long touches) throws Exception {
        return await(() -> ask(instance, identity, Question.Part.ALL) instanceof Answer.Found found
                        && found.customer().touchesInAll() == touches
                ? Optional.of(found.customer())
                : Optional.empty());
    }

    static <T> T await(Callable<Optional<T>> glance) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<T> seen = glance.call();
        while (seen.isEmpty()) {
            assertThat(System.nanoTime()).as("not in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(100);
            seen = glance.call();
        }
        return seen.get();
    }

    /** Closes time and writes what is published. */
    Path export(Instant asOf) throws Exception {
        Path folder = directory.resolve("export");
        JourneyApplication any = instances.get(0);
        try (ReplayClosing closing = any.closing(definition(), asOf)) {
            await(() -> closing.advance() == ReplayClosing.Step.DONE ? Optional.of(folder) : Optional.empty());
        }
        new Export(any.published(), JOURNEY, folder).write();
        return folder;
    }

    @Override
    public void close() {
        try (house) {
            instances.forEach(JourneyApplication::close);
        }
    }
}
