package io.journey.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.sink.database.DatabaseUnavailableException;
import io.journey.sink.testing.SinkProcess;
import io.journey.sink.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DuckDbGuaranteeTest extends GuaranteeContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.DUCKDB;
    }

    @Test
    void aSecondSinkOnTheFileIsRefusedInOneLineThatNamesTheFirst() throws Exception {
        try (SinkProcess first = SinkProcess.start(settings("1"))) {
            first.awaitStart();

            assertThatThrownBy(() -> fixture.start(settings("2")))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("is in use by process ")
                    .hasMessageContaining("database.url")
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void aSecondSinkInTheProcessIsRefusedAsWell() {
        try (SinkApplication first = fixture.start(Map.of())) {
            assertThat(first.pageUri()).isNotNull();

            assertThatThrownBy(() -> fixture.start(Map.of()))
                    .isInstanceOf(DatabaseUnavailableException.class)
                    .hasMessageContaining("is in use by another sink of this process");
        }
        fixture.start(Map.of()).close();
    }
}
