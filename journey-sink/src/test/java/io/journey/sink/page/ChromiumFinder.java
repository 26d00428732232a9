package io.journey.sink.page;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the browser that is installed; none is ever downloaded. */
final class ChromiumFinder {

    static final String PROPERTY = "journey.chromium";
    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "microsoft-edge");

    private ChromiumFinder() {}

    /**
     * The executable.
     *
     * @throws IllegalStateException if there is none; the message says what to install
     */
    static Path find() {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isBlank()) {
            Path executable = Path.of(named);
            if (!Files.isExecutable(executable)) {
                throw new IllegalStateException(
                        "-D" + PROPERTY + "=" + named + " is no executable file, expected the path of a Chromium");
            }
            return executable;
        }
        return onPath().orElseThrow(
                        () -> new IllegalStateException("The tests of the page need a Chromium or Chrome and found none"
                                + " on the PATH (looked for " + String.join(", ", NAMES)
                                + "). Install one (Debian: apt-get install"
                                + " chromium), or name it with -D" + PROPERTY
                                + "=/path/to/chromium, or leave these tests out with -D"
                                + InBrowser.PROPERTY + "=skip"));
    }

    private static Optional<Path> onPath() {
        List<Path> directories = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .filter(directory -> !directory.isBlank())
                .map(Path::of)
                .toList();
        return NAMES.stream()
                .flatMap(name -> directories.stream()
                        .flatMap(directory -> Stream.of(directory.resolve(name), directory.resolve(name + ".exe"))))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
