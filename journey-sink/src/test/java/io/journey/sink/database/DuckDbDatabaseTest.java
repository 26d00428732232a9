package io.journey.sink.database;

import io.journey.sink.testing.TestDatabase;

class DuckDbDatabaseTest extends DatabaseContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.DUCKDB;
    }
}
