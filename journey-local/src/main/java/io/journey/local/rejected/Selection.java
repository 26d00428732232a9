package io.journey.local.rejected;

import io.journey.events.reject.RejectReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Options that choose among rejected records; those that are given must all hold. */
final class Selection implements Predicate<RejectedRow> {

    @Option(
            names = "--journey",
            paramLabel = "J",
            description = "Those that this journey's definition could not use. Default: any's.")
    private Optional<String> journey = Optional.empty();

    @Option(names = "--reason", paramLabel = "REASON", description = "Those of this reason. May be given again.")
    private List<RejectReason> reasons = List.of();

    @Option(names = "--from", paramLabel = "T", description = "Those that arrived at this instant or later.")
    private Optional<Instant> from = Optional.empty();

    @Option(names = "--to", paramLabel = "T", description = "Those that arrived before this instant.")
    private Optional<Instant> to = Optional.empty();

    @Option(
            names = "--id",
            paramLabel = "ID",
            converter = RejectedId.Converter.class,
            description = "This one: TOPIC/PARTITION/OFFSET, as list prints it. May be given again.")
    private List<RejectedId> ids = List.of();

    boolean choosesByNothing() {
        return reasons.isEmpty() && from.isEmpty() && to.isEmpty() && ids.isEmpty();
    }

    @Override
    public boolean test(RejectedRow row) {
        Instant arrived = row.value().getRecordTimestamp();
        return journey.map(row.key().getJourney()::equals).orElse(true)
                && (reasons.isEmpty()
                        || reasons.stream()
                                .anyMatch(reason ->
                                        reason.name().equals(row.value().getReason())))
                && from.map(instant -> !arrived.isBefore(instant)).orElse(true)
                && to.map(arrived::isBefore).orElse(true)
                && (ids.isEmpty() || ids.contains(row.id()));
    }
}
