package io.journey.local.house;

import io.journey.local.command.CommandFailure;
import io.journey.local.command.FileReason;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The file of {@code --client-config}: settings of all clients, as properties under Kafka's names. */
final class ClientConfigFile {

    private ClientConfigFile() {}

    static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    "--client-config " + file + " cannot be read: " + FileReason.of(unreadable), unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(
                    "--client-config " + file + " has a malformed escape (" + malformed.getMessage()
                            + "), expected lines NAME=VALUE",
                    malformed);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }
}
