package io.journey.sink;

import io.journey.sink.testing.TestDatabase;

class DuckDbSinkApplicationTest extends SinkApplicationContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.DUCKDB;
    }
}
