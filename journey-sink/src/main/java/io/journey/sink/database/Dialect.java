package io.journey.sink.database;

import io.journey.sink.table.Change;
import io.journey.sink.table.SinkTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * What differs between databases: opening one, and the fastest way to get a batch into it.
 *
 * <p>Everything else is SQL that both understand. Stateless.
 */
interface Dialect {

    /** All that there are. */
    List<Dialect> ALL = List.of(new DuckDbDialect(), new PostgresDialect());

    /**
     * The one for a url.
     *
     * @throws DatabaseUnavailableException if there is none
     */
    static Dialect of(String url) {
        return ALL.stream()
                .filter(dialect -> url.startsWith("jdbc:" + dialect.name() + ":"))
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailableException(
                        "database.url " + url + ": expected jdbc:duckdb:<file> or jdbc:postgresql://…"));
    }

    /** Name in the url and of the folder of migrations. */
    String name();

    /**
     * Opens the database.
     *
     * @throws DatabaseUnavailableException if that fails; the message says who must act
     */
    Connections connect(DatabaseSettings settings);

    /**
     * Makes the changes to one table inside the writer's open transaction.
     *
     * @param changes at most one of each key
     */
    void apply(Connection writer, SinkTable table, Collection<Change> changes) throws SQLException;
}
