package io.journey.sink.http;

import io.journey.sink.testing.TestDatabase;

class PostgresApiTest extends ApiContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.POSTGRESQL;
    }
}
