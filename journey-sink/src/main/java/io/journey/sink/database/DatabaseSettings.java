package io.journey.sink.database;

import java.util.Optional;

/**
 * Where the tables are.
 *
 * @param url {@code jdbc:duckdb:<file>} or {@code jdbc:postgresql://…}
 * @param user empty for DuckDB, or when the url carries it
 * @param password empty for DuckDB, or when the server asks for none
 * @param memoryLimit most memory that DuckDB may take, for example 1GB; PostgreSQL ignores it
 */
public record DatabaseSettings(String url, Optional<String> user, Optional<String> password, String memoryLimit) {

    /** Whether the database is a file of this machine, which one process alone can have. */
    public boolean isFile() {
        return url.startsWith("jdbc:duckdb:");
    }

    /** Without the password: settings are printed and logged. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url.replaceAll("(?i)(password=)[^&;]*", "$1*") + ", user=" + user.orElse("")
                + "]";
    }
}
