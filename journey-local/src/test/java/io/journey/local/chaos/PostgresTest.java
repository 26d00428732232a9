package io.journey.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {

    @Test
    void whatWasCommittedIsThereAfterAKillAndNothingElse(@TempDir Path folder) throws Exception {
        try (Postgres postgres = new Postgres(folder.resolve("data"), 0)) {
            try (Connection connection = postgres.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET synchronous_commit = on");
                statement.execute("CREATE TABLE t (n INTEGER)");
                statement.execute("INSERT INTO t VALUES (1)");
                connection.setAutoCommit(false);
                statement.execute("INSERT INTO t VALUES (2)");

                postgres.kill();
                assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
            }
            assertThatThrownBy(postgres::connect).isInstanceOf(SQLException.class);

            postgres.startAgain();
            try (Connection connection = postgres.connect();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT sum(n) FROM t")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
        }
    }
}
