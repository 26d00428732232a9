package io.journey.sink.http;

import io.journey.sink.testing.TestDatabase;

class DuckDbApiTest extends ApiContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.DUCKDB;
    }
}
