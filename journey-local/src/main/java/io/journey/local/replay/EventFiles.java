package io.journey.local.replay;

import io.journey.local.command.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The files to replay, checked before anything starts. */
final class EventFiles {

    private EventFiles() {}

    /** A file is called by its last name, unless several share it. */
    static List<EventFile> of(List<Path> paths) {
        check(paths);
        Map<Path, Integer> uses = new HashMap<>();
        paths.forEach(path -> uses.merge(path.getFileName(), 1, Integer::sum));
        return paths.stream()
                .map(path -> uses.getOrDefault(path.getFileName(), 0) == 1
                        ? new EventFile(path.getFileName().toString(), path)
                        : new EventFile(path.toString(), path))
                .toList();
    }

    private static void check(List<Path> paths) {
        String missing = paths.stream()
                .filter(path -> !path.toString().equals("-") && (!Files.isReadable(path) || Files.isDirectory(path)))
                .map(Path::toString)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new CommandFailure("no readable file: " + missing);
        }
        if (paths.stream().distinct().count() < paths.size()) {
            throw new CommandFailure("a file is named twice: name each once");
        }
    }
}
