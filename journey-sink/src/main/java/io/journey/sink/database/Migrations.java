package io.journey.sink.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings a database to the tables of this version. */
final class Migrations {

    private Migrations() {}

    static void migrate(DatabaseSettings settings, String dialect) {
        try {
            Flyway.configure()
                    .dataSource(
                            settings.url(),
                            settings.user().orElse(null),
                            settings.password().orElse(null))
                    .locations("classpath:db/migration/" + dialect)
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            String reason =
                    String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
            throw new DatabaseUnavailableException(
                    settings + " cannot be brought to the tables of this version: " + reason, failure);
        }
    }
}
