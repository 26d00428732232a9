package io.journey.bench.hot;

import com.sun.net.httpserver.HttpServer;
import io.journey.events.registry.RegistryConfig;
import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.serde.SpecificAvroSerializer;
import io.journey.events.v1.Touchpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From the bytes of a record to a touchpoint. */
@State(Scope.Thread)
public class Decode {

    private static final String TOPIC = "touchpoints";
    private static final byte[] FIRST_ID = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);

    private final SpecificAvroDeserializer<Touchpoint> deserializer = new SpecificAvroDeserializer<>();
    private byte[][] records = {};

    /** Both serdes share one client of the registry, so the schema that one registers the other knows without asking. */
    @Setup
    public void writeRecords() throws IOException {
        HttpServer registry = registry();
        try {
            Map<String, String> settings = Map.of(
                    RegistryConfig.URL,
                    "http://127.0.0.1:" + registry.getAddress().getPort(),
                    RegistryConfig.AUTO_REGISTER,
                    "true");
            SpecificAvroSerializer<Touchpoint> serializer = new SpecificAvroSerializer<>();
            serializer.configure(settings, false);
            deserializer.configure(settings, false);
            records = Sample.load().touchpoints().stream()
                    .map(event -> Objects.requireNonNull(serializer.serialize(TOPIC, event)))
                    .toArray(byte[][]::new);
        } finally {
            registry.stop(0);
        }
    }

    /** Says that whatever is registered has the id 1. The embedded registry would run a broker in the measured process. */
    private static HttpServer registry() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, FIRST_ID.length);
            exchange.getResponseBody().write(FIRST_ID);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Benchmark
    @OperationsPerInvocation(Sample.EVENTS)
    public void touchpoint(Blackhole blackhole) {
        for (byte[] bytes : records) {
            blackhole.consume(deserializer.deserialize(TOPIC, bytes));
        }
    }
}
