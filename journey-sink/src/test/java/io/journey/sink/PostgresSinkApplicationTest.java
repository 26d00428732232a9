package io.journey.sink;

import io.journey.sink.testing.TestDatabase;

class PostgresSinkApplicationTest extends SinkApplicationContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.POSTGRESQL;
    }
}
