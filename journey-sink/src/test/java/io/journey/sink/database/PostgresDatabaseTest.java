package io.journey.sink.database;

import io.journey.sink.testing.TestDatabase;

class PostgresDatabaseTest extends DatabaseContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.POSTGRESQL;
    }
}
