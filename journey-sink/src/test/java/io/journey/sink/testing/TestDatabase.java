package io.journey.sink.testing;

import io.journey.sink.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Empty real databases, one a test. */
public enum TestDatabase {
    DUCKDB {
        @Override
        public DatabaseSettings fresh(Path directory) {
            return new DatabaseSettings(
                    "jdbc:duckdb:" + directory.resolve("journey.duckdb"), Optional.empty(), Optional.empty(), "512MB");
        }
    },
    POSTGRESQL {
        @Override
        public DatabaseSettings fresh(Path directory) {
            String name = "journey_" + DATABASES.incrementAndGet();
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException("cannot create " + name, failure);
            }
            return new DatabaseSettings(
                    Server.RUNNING.getJdbcUrl("postgres", name), Optional.empty(), Optional.empty(), "");
        }
    };

    private static final AtomicInteger DATABASES = new AtomicInteger();

    public abstract DatabaseSettings fresh(Path directory);

    /** One server for all tests of the process; it ends with it. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL does not start", failure);
            }
        }
    }
}
