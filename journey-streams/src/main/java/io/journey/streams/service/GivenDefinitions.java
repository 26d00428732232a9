package io.journey.streams.service;

import io.journey.streams.config.StreamsSettings;
import io.journey.streams.definition.Definitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the definitions in the files and folders that a setting names. */
public final class GivenDefinitions {

    private GivenDefinitions() {}

    /** The definitions in files and in folders of them, and what is wrong with any. */
    public static Definitions in(List<Path> places) {
        List<String> faults = new ArrayList<>();
        Definitions read = Definitions.read(files(places, faults));
        faults.addAll(read.faults());
        if (read.definitions().isEmpty() && faults.isEmpty()) {
            faults.add("Missing required configuration \"" + StreamsSettings.DEFINITIONS + "\": no definition among "
                    + places + "; name files, or folders of .yaml files");
        }
        return new Definitions(read.definitions(), faults);
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
