package io.journey.sink.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Two pools: the writer never waits behind those who look at the page. */
final class PostgresConnections implements Connections {

    private static final int READERS = 4;
    // Short enough that the consumer keeps its place in the group while the database is away.
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final Duration FOR_THE_WAY = Duration.ofSeconds(20);

    private final HikariDataSource writers;
    private final HikariDataSource readers;

    private PostgresConnections(HikariDataSource writers, HikariDataSource readers) {
        this.writers = writers;
        this.readers = readers;
    }

    static PostgresConnections open(DatabaseSettings settings) {
        try {
            return new PostgresConnections(
                    pool(settings, "journey-sink-writer", 1), pool(settings, "journey-sink-readers", READERS));
        } catch (HikariPool.PoolInitializationException failure) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            throw new DatabaseUnavailableException(
                    settings + " cannot be reached: " + cause.getMessage()
                            + "; check database.url, database.user and database.password, and that the server runs",
                    failure);
        }
    }

    private static HikariDataSource pool(DatabaseSettings settings, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(LONGEST_WAIT.toMillis());
        // A server that vanished without closing its connections must become an error, not silence.
        config.addDataSourceProperty("socketTimeout", String.valueOf(LONGEST_ANSWER.toSeconds()));
        // The server gives up first. While it waits for a lock it does not notice that its client has left, keeps the
        // locks that it has, and the next attempt waits behind it.
        config.setConnectionInitSql(
                "SET statement_timeout = " + LONGEST_ANSWER.minus(FOR_THE_WAY).toMillis());
        config.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(config);
    }

    @Override
    public Connection writer() throws SQLException {
        return writers.getConnection();
    }

    @Override
    public Connection reader() throws SQLException {
        return readers.getConnection();
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
