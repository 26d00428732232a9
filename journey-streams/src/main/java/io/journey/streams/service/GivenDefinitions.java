package io.journey.streams.service;

import io.journey.core.definition.Definition;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.definition.DefinitionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The definitions in the files and folders that somebody named.
 *
 * @param faults what is wrong with them, one line each
 */
record GivenDefinitions(List<Definition> definitions, List<String> faults) {

    static GivenDefinitions in(List<Path> places) {
        List<Definition> definitions = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Map<String, String> files = new HashMap<>();
        for (Path file : files(places, faults)) {
            DefinitionFile read = DefinitionFile.read(file);
            if (read instanceof DefinitionFile.Invalid invalid) {
                faults.addAll(invalid.lines());
            } else if (read instanceof DefinitionFile.Valid valid) {
                Definition definition = valid.definition();
                String other = files.putIfAbsent(definition.journey(), valid.name());
                if (other == null) {
                    definitions.add(definition);
                } else {
                    faults.add(valid.name() + " and " + other + " both define the journey " + definition.journey()
                            + ": keep one version of it");
                }
            }
        }
        if (definitions.isEmpty() && faults.isEmpty()) {
            faults.add("Missing required configuration \"" + StreamsSettings.DEFINITIONS + "\": no definition among "
                    + places + "; name files, or folders of .yaml files");
        }
        return new GivenDefinitions(List.copyOf(definitions), List.copyOf(faults));
    }

    private static List<Path> files(List<Path> places, List<String> faults) {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            if (!Files.isDirectory(place)) {
                files.add(place);
                continue;
            }
            try (Stream<Path> inside = Files.list(place)) {
                inside.filter(GivenDefinitions::isYaml).sorted().forEach(files::add);
            } catch (IOException unreadable) {
                faults.add(place + " cannot be listed: " + unreadable);
            }
        }
        return files;
    }

    private static boolean isYaml(Path file) {
        String name = file.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
