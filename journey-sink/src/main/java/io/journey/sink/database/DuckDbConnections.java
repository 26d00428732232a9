package io.journey.sink.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBConnection;

/** One DuckDB file, opened once; every further connection is a duplicate inside this process. */
final class DuckDbConnections implements Connections {

    private static final Pattern HOLDER = Pattern.compile("\\(PID (\\d+)");

    // DuckDB's own lock keeps other processes out, but shares an open file within a process without a word.
    private static final Set<Path> OPEN_FILES = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final DuckDBConnection root;

    private DuckDbConnections(Path file, DuckDBConnection root) {
        this.file = file;
        this.root = root;
    }

    static DuckDbConnections open(DatabaseSettings settings) {
        Path file = fileOf(settings.url());
        if (!OPEN_FILES.add(file)) {
            throw inUse(file, "by another sink of this process");
        }
        try {
            DuckDBConnection root = DriverManager.getConnection(settings.url()).unwrap(DuckDBConnection.class);
            limitMemory(root, settings.memoryLimit());
            return new DuckDbConnections(file, root);
        } catch (SQLException failure) {
            OPEN_FILES.remove(file);
            throw explained(file, failure);
        }
    }

    private static Path fileOf(String url) {
        String name = url.substring("jdbc:duckdb:".length()).replaceFirst("[;?].*", "");
        if (name.isEmpty() || name.startsWith(":memory:")) {
            throw new DatabaseUnavailableException(
                    "database.url " + url + ": expected a file, jdbc:duckdb:<file>; in memory nothing would survive");
        }
        return Path.of(name).toAbsolutePath().normalize();
    }

    // By default DuckDB takes four fifths of the machine's memory.
    private static void limitMemory(DuckDBConnection root, String memoryLimit) throws SQLException {
        try (PreparedStatement limit =
                root.prepareStatement("SET memory_limit = '" + memoryLimit.replace("'", "''") + "'")) {
            limit.execute();
        }
    }

    private static DatabaseUnavailableException explained(Path file, SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("Could not set lock on file")) {
            Matcher holder = HOLDER.matcher(message);
            return inUse(file, holder.find() ? "by process " + holder.group(1) : "by another process");
        }
        return new DatabaseUnavailableException(
                "database file " + file + " cannot be opened: "
                        + message.lines().findFirst().orElse(""),
                failure);
    }

    private static DatabaseUnavailableException inUse(Path file, String holder) {
        return new DatabaseUnavailableException("database file " + file + " is in use " + holder
                + ": only one sink can have it; stop that one or name another file in database.url");
    }

    @Override
    public Connection writer() throws SQLException {
        return root.duplicate();
    }

    @Override
    public Connection reader() throws SQLException {
        return root.duplicate();
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException failure) {
            throw new DatabaseUnavailableException("database file " + file + " did not close", failure);
        } finally {
            OPEN_FILES.remove(file);
        }
    }
}
