package io.journey.local.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL, on files and a port that stay the same. */
final class Postgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;
    private boolean up = true;

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     */
    Postgres(Path data, int port) throws IOException {
        this.data = data;
        this.server = start(data, port);
        this.port = server.getPort();
    }

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    boolean isUp() {
        return up;
    }

    /**
     * Kills all its processes as by {@code kill -9}. The embedded one has {@code synchronous_commit} off, so the last
     * transactions can be gone though their commit was confirmed, whole ones, as after a failover to a replica.
     */
    void kill() throws IOException {
        String first = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(first.strip())).orElseThrow();
        List<ProcessHandle> processes =
                Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(process -> process.onExit().join());
        up = false;
        // Finds nothing to stop, and gives back its lock on the files.
        server.close();
    }

    void startAgain() throws IOException {
        server = start(data, port);
        up = true;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
