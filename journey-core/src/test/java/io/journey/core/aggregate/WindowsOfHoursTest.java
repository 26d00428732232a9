package io.journey.core.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.WindowKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An hour of the clock on the wall, also where that clock is put forward and back. */
class WindowsOfHoursTest {

    @ParameterizedTest
    @CsvSource({
        // At 02:00 back to 01:30: the repeated half hour is more of the hour from 01:00.
        "Australia/Lord_Howe, 2000-03-25T14:45:00Z, 2000-03-25T14:00:00Z",
        "Australia/Lord_Howe, 2000-03-25T15:05:00Z, 2000-03-25T14:00:00Z",
        "Australia/Lord_Howe, 2000-03-25T15:30:00Z, 2000-03-25T15:30:00Z",
        // At 02:00 forward to 02:30: the hour from 02:00 begins there.
        "Australia/Lord_Howe, 2000-08-26T15:40:00Z, 2000-08-26T15:30:00Z",
        // A whole hour that is repeated is another hour.
        "Europe/Berlin, 2024-10-27T00:30:00Z, 2024-10-27T00:00:00Z",
        "Europe/Berlin, 2024-10-27T01:30:00Z, 2024-10-27T01:00:00Z",
        "Asia/Kolkata, 2024-03-30T12:00:00Z, 2024-03-30T11:30:00Z"
    })
    void anHourBeginsWithItsFirstInstant(String zone, Instant at, Instant begin) {
        Windows windows = new Windows(List.of(WindowKind.HOUR), ZoneId.of(zone));

        assertThat(Instant.ofEpochMilli(
                        windows.of(WindowKind.HOUR, at.toEpochMilli()).start()))
                .isEqualTo(begin);
    }
}
