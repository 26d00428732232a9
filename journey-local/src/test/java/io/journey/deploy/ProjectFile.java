package io.journey.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A file of the project that no program of ours reads: what deploys it, and what describes that. */
record ProjectFile(Path path) {

    static ProjectFile at(String name) {
        return new ProjectFile(Path.of(System.getProperty("journey.root", ".."), name));
    }

    /** Files of a folder with this ending, in order of their names. */
    static List<ProjectFile> in(String folder, String ending) {
        try (Stream<Path> files = Files.list(at(folder).path())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(ProjectFile::new)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its name without folder and ending. */
    String stem() {
        String name = String.valueOf(path.getFileName());
        return name.substring(0, name.indexOf('.'));
    }

    String text() {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Its documents, when it is YAML. */
    List<Tree> documents() {
        Load load = new Load(LoadSettings.builder().setLabel(path.toString()).build());
        return Stream.of(text().split("(?m)^---$"))
                .map(load::loadFromString)
                .map(document -> new Tree(document))
                .toList();
    }
}
