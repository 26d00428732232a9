package io.journey.service.health;

import java.util.List;

/**
 * The answer to one of the two questions.
 *
 * @param status UP or DOWN
 * @param checks what it is derived from
 */
public record Report(String status, List<Check> checks) {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    public Report {
        checks = List.copyOf(checks);
    }

    public static Report of(List<Check> checks) {
        return new Report(checks.stream().allMatch(Check::up) ? "UP" : "DOWN", checks);
    }

    /** Status of the HTTP answer. */
    public int httpStatus() {
        return status.equals("UP") ? OK : UNAVAILABLE;
    }
}
