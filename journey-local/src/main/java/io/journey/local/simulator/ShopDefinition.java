package io.journey.local.simulator;

import io.journey.core.definition.Definition;
import io.journey.core.definition.IdentityRules;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.house.Cluster;
import io.journey.streams.definition.DefinitionFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The definition of the simulated shop's journey, which ships with the program. */
public final class ShopDefinition {

    private static final String RESOURCE = "/definitions/shop.yaml";

    private ShopDefinition() {}

    /** The definition; that it has no faults is a matter of the build. */
    public static Definition read() {
        DefinitionFile file = DefinitionFile.read("shop.yaml", text());
        if (file instanceof DefinitionFile.Invalid invalid) {
            throw new IllegalStateException(String.join("; ", invalid.lines()));
        }
        return ((DefinitionFile.Valid) file).definition();
    }

    private static String text() {
        try (InputStream resource = ShopDefinition.class.getResourceAsStream(RESOURCE)) {
            byte[] bytes = Objects.requireNonNull(resource, RESOURCE).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A producer that keys the shop's events as its definition says. */
    public static TouchpointProducer producer(Cluster cluster, String topicPrefix) {
        IdentityRules rules = read().identity();
        return new TouchpointProducer(
                JourneyTopic.TOUCHPOINTS.named(topicPrefix),
                new Identities(rules.ladder(), rules.ignore(), IdentityHash.NONE),
                cluster.clients());
    }
}
