package io.journey.local.registry;

import io.journey.local.broker.BrokerSettings;
import io.journey.local.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test an empty registry of its own, on one broker that all tests of the run share. */
final class RegistryExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(RegistryExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type.equals(RegistryClient.class) || type.equals(RegistrySettings.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RegistrySettings settings = settings(context);
        if (parameter.getParameter().getType().equals(RegistrySettings.class)) {
            return settings;
        }
        EmbeddedRegistry registry = EmbeddedRegistry.start(settings);
        context.getStore(NAMESPACE).put("registry", registry);
        return RegistryClient.of(registry);
    }

    private static RegistrySettings settings(ExtensionContext context) {
        SharedBroker shared = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent("broker", key -> SharedBroker.start(), SharedBroker.class);
        return RegistrySettings.on(shared.broker().bootstrapServers()).in("schemas-" + UUID.randomUUID());
    }

    private record SharedBroker(EmbeddedBroker broker, Path directory) implements AutoCloseable {

        static SharedBroker start() {
            try {
                Path directory = Files.createTempDirectory("registry-test");
                return new SharedBroker(EmbeddedBroker.start(BrokerSettings.in(directory)), directory);
            } catch (IOException cause) {
                throw new IllegalStateException(cause);
            }
        }

        @Override
        public void close() throws IOException {
            broker.close();
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
