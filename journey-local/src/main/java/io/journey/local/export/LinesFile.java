package io.journey.local.export;

import io.journey.local.command.CommandFailure;
import io.journey.local.command.FileReason;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.stream.Stream;

/** Writes a file that is either whole or not there: under another name first, then renamed. */
final class LinesFile {

    private LinesFile() {}

    static void write(Path folder, String name, Stream<String> lines) {
        Path file = folder.resolve(name);
        Path unfinished = folder.resolve("." + name + ".unfinished");
        try {
            Files.createDirectories(folder);
            try (BufferedWriter writer = Files.newBufferedWriter(unfinished)) {
                for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                    writer.write(each.next());
                    writer.write('\n');
                }
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new CommandFailure(
                    file + " cannot be written: " + FileReason.of(unwritable) + "; choose another folder with --export",
                    unwritable);
        }
    }
}
