package io.journey.local.house;

import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistryConfig;
import io.journey.events.registry.RegistrySettings;
import io.journey.local.command.CommandFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import picocli.CommandLine.Option;

/** Options that name a schema registry, for commands that need no brokers. */
public final class OutsideRegistry {

    @Option(names = "--registry", required = true, paramLabel = "URL", description = "Schema registry to use.")
    private URI registry = URI.create("");

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description =
                    "Further settings, as properties under the names of docs/serdes.md: credentials, for example.")
    private Optional<Path> clientConfig = Optional.empty();

    /**
     * A client of the registry.
     *
     * @throws CommandFailure when the settings make no client
     */
    public RegistryClient client() {
        return client(registry, clientConfig.map(ClientConfigFile::read).orElse(Map.of()));
    }

    /**
     * A client of a registry, with further settings.
     *
     * @throws CommandFailure when the settings make no client
     */
    public static RegistryClient client(URI registry, Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put(RegistryConfig.URL, registry.toString());
        // Who looks at a plan wants to hear soon that nobody answers.
        settings.putIfAbsent(RegistryConfig.MAX_RETRIES, "2");
        try {
            return new RegistryClient(RegistrySettings.of(settings));
        } catch (ConfigException wrong) {
            throw new CommandFailure(wrong.getMessage() + "; correct --registry or --client-config", wrong);
        }
    }
}
