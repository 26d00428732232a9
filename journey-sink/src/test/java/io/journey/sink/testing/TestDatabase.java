package io.journey.sink.testing;

import io.journey.events.support.Containers;
import io.journey.sink.database.DatabaseSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.testcontainers.postgresql.PostgreSQLContainer;

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
            try (Connection connection = DriverManager.getConnection(Server.RUNNING.url("postgres"));
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException("cannot create " + name, failure);
            }
            return new DatabaseSettings(Server.RUNNING.url(name), Optional.empty(), Optional.empty(), "");
        }
    };

    private static final AtomicInteger DATABASES = new AtomicInteger();

    public abstract DatabaseSettings fresh(Path directory);

    /**
     * One server for all tests of the process, a container or a process of its own; it ends with it.
     *
     * @param prefix of the addresses of its databases
     * @param suffix of them
     */
    private record Server(String prefix, String suffix) {

        private static final Server RUNNING = Containers.USED ? container() : process();

        String url(String database) {
            return prefix + database + suffix;
        }

        @SuppressWarnings("resource") // Ends with the tests.
        private static Server container() {
            PostgreSQLContainer container = new PostgreSQLContainer(Containers.POSTGRES);
            container.start();
            Runtime.getRuntime().addShutdownHook(new Thread(container::stop));
            return new Server(
                    "jdbc:postgresql://" + container.getHost() + ":"
                            + container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/",
                    "?user=" + container.getUsername() + "&password=" + container.getPassword());
        }

        private static Server process() {
            try {
                EmbeddedPostgres started = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start();
                return new Server("jdbc:postgresql://localhost:" + started.getPort() + "/", "?user=postgres");
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL does not start", failure);
            }
        }
    }
}
