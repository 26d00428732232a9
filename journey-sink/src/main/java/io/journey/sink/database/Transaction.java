package io.journey.sink.database;

import io.journey.sink.table.Change;
import io.journey.sink.table.SinkTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** One transaction that writes; closing it without a commit leaves the database as it was. */
final class Transaction implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;

    Transaction(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        connection.setAutoCommit(false);
    }

    Connection connection() {
        return connection;
    }

    void apply(SinkTable table, Collection<Change> changes) throws SQLException {
        dialect.apply(connection, table, changes);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        // After a commit there is nothing to roll back.
        try (connection) {
            connection.rollback();
        }
    }
}
