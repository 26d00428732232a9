package io.journey.local.simulator;

import io.journey.local.command.CommandFailure;
import io.journey.local.command.FileReason;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * How far an open shop has come, in a small file, so that a restart goes on instead of starting again.
 *
 * @param seed start of all chance
 * @param opened when it was first opened; its history ends there
 * @param historySent whether the whole history has been stored in Kafka
 * @param runs how often the live shop has been opened
 * @param lastSent time of the last live delivery that is surely stored
 */
record ShopDiary(long seed, Instant opened, boolean historySent, int runs, Instant lastSent) {

    static ShopDiary firstPage(long seed, Instant now) {
        return new ShopDiary(seed, now, false, 0, Instant.EPOCH);
    }

    ShopDiary withHistorySent() {
        return new ShopDiary(seed, opened, true, runs, lastSent);
    }

    ShopDiary withAnotherRun() {
        return new ShopDiary(seed, opened, historySent, runs + 1, lastSent);
    }

    ShopDiary sentUntil(Instant at) {
        return new ShopDiary(seed, opened, historySent, runs, at);
    }

    static Optional<ShopDiary> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties page = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            page.load(text);
            return Optional.of(new ShopDiary(
                    Long.parseLong(entry(page, "seed")),
                    Instant.parse(entry(page, "opened")),
                    Boolean.parseBoolean(entry(page, "historySent")),
                    Integer.parseInt(entry(page, "runs")),
                    Instant.parse(entry(page, "lastSent"))));
        } catch (IOException | DateTimeException | IllegalArgumentException damaged) {
            throw new CommandFailure(
                    file + " cannot be read (" + damaged.getMessage() + "): choose another one", damaged);
        }
    }

    private static String entry(Properties page, String name) {
        return Objects.requireNonNullElse(page.getProperty(name), "");
    }

    /** Replaces the file as a whole, so that a kill leaves the old or the new page. */
    void write(Path file) {
        Properties page = new Properties();
        page.setProperty("seed", String.valueOf(seed));
        page.setProperty("opened", opened.toString());
        page.setProperty("historySent", String.valueOf(historySent));
        page.setProperty("runs", String.valueOf(runs));
        page.setProperty("lastSent", lastSent.toString());
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            try (Writer text = Files.newBufferedWriter(unfinished)) {
                page.store(text, "How far the shop has come");
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new CommandFailure(file + " cannot be written: " + FileReason.of(unwritable), unwritable);
        }
    }
}
