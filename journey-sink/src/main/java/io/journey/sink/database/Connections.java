package io.journey.sink.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Connections to one opened database; closing one of them gives it back. */
interface Connections extends AutoCloseable {

    /** For the one transaction at a time that writes. */
    Connection writer() throws SQLException;

    /** For one query. */
    Connection reader() throws SQLException;

    @Override
    void close();
}
