package io.journey.sink.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The opened database: transactions for the writer, queries for everybody else. */
public final class Database implements AutoCloseable {

    private static final Duration LONGEST_QUERY = Duration.ofSeconds(20);

    private final Dialect dialect;
    private final Connections connections;

    private Database(Dialect dialect, Connections connections) {
        this.dialect = dialect;
        this.connections = connections;
    }

    /**
     * Opens the database and brings its tables to this version.
     *
     * @throws DatabaseUnavailableException if that fails; the message says who must act
     */
    public static Database open(DatabaseSettings settings) {
        Dialect dialect = Dialect.of(settings.url());
        Connections connections = dialect.connect(settings);
        try {
            Migrations.migrate(settings, dialect.name());
        } catch (DatabaseUnavailableException failure) {
            connections.close();
            throw failure;
        }
        return new Database(dialect, connections);
    }

    /** What a query's row becomes. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /**
     * Asks the database, in a snapshot of its own.
     *
     * @param parameters values of the statement's question marks: text, numbers and instants
     */
    public <T> List<T> query(String sql, List<?> parameters, RowMapper<T> mapper) throws SQLException {
        try (Connection reader = connections.reader();
                PreparedStatement statement = reader.prepareStatement(sql)) {
            statement.setQueryTimeout((int) LONGEST_QUERY.toSeconds());
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, bindable(parameters.get(i)));
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(mapper.map(found));
                }
            }
            return rows;
        }
    }

    private static Object bindable(Object parameter) {
        return parameter instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : parameter;
    }

    Transaction begin() throws SQLException {
        Connection writer = connections.writer();
        try {
            return new Transaction(writer, dialect);
        } catch (SQLException failure) {
            writer.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
