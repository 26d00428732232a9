package io.journey.service.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Gathers settings from where people put them. What comes later wins: properties files in their order, then the
 * environment, then single assignments. What cannot be read is a fault and stops nothing else from being read, so that
 * all faults can be told at once.
 */
public final class SettingSources {

    private final EnvironmentNames names;
    private final References references;
    private final Map<String, GivenSetting> given = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private SettingSources(Collection<String> declared, Map<String, String> environment) {
        this.names = new EnvironmentNames(declared);
        this.references = new References(environment);
    }

    /**
     * Reads all sources.
     *
     * @param declared names of the settings there are, those under {@code kafka.} left out
     * @param files properties files, weakest first
     * @param assignments {@code NAME=VALUE}, as options of a command line
     */
    public static SettingSources read(
            Collection<String> declared, List<Path> files, Map<String, String> environment, List<String> assignments) {
        SettingSources sources = new SettingSources(declared, environment);
        files.forEach(sources::file);
        new TreeMap<>(environment).forEach(sources::variable);
        assignments.forEach(sources::assignment);
        return sources;
    }

    private void file(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (NoSuchFileException missing) {
            faults.add("--config " + file + ": no such file");
            return;
        } catch (IOException | IllegalArgumentException unreadable) {
            faults.add("--config " + file + " cannot be read as properties: " + unreadable.getMessage());
            return;
        }
        new TreeMap<>(properties).forEach((name, value) -> put(name.toString(), value.toString(), file.toString()));
    }

    private void variable(String variable, String value) {
        Optional<String> setting = names.setting(variable);
        if (setting.isPresent()) {
            put(setting.get(), value, variable);
            return;
        }
        Optional<String> inFile = variable.endsWith(EnvironmentNames.FROM_FILE)
                ? names.setting(variable.substring(0, variable.length() - EnvironmentNames.FROM_FILE.length()))
                : Optional.empty();
        if (inFile.isPresent()) {
            content(variable, value).ifPresent(content -> given.put(inFile.get(), new GivenSetting(content, variable)));
        } else if (names.isUnknown(variable)) {
            warnings.add("the environment variable " + variable + " means no setting");
        }
    }

    private Optional<String> content(String variable, String file) {
        try {
            return Optional.of(Files.readString(Path.of(file)).stripTrailing());
        } catch (IOException | IllegalArgumentException unreadable) {
            faults.add(variable + " names the file " + file + ", which cannot be read: " + unreadable);
            return Optional.empty();
        }
    }

    private void assignment(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            faults.add("--set " + assignment + ": expected NAME=VALUE");
            return;
        }
        put(assignment.substring(0, equals).strip(), assignment.substring(equals + 1), "--set");
    }

    private void put(String name, String value, String source) {
        try {
            given.put(name, new GivenSetting(references.resolve(value), source));
        } catch (References.UnresolvedException unresolved) {
            faults.add(name + " (" + source + "): " + unresolved.getMessage());
        }
    }

    /** All settings with where they stand, by name. */
    public Map<String, GivenSetting> given() {
        return Map.copyOf(given);
    }

    /** All settings by name. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        given.forEach((name, setting) -> values.put(name, setting.value()));
        return values;
    }

    /** What could not be read, one line each. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** What was read and may be a mistake, one line each. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
