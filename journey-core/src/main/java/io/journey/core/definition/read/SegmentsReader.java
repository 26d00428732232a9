package io.journey.core.definition.read;

import io.journey.core.definition.Segment;
import io.journey.core.definition.Segment.Dimension;
import java.util.List;
import java.util.Optional;

/** Reads the breakdowns that aggregates are kept for. */
final class SegmentsReader {

    private static final Names<Dimension> DIMENSIONS =
            Names.of("segment dimension", List.of(Dimension.values()), Dimension::label);

    private SegmentsReader() {}

    static Optional<List<Segment>> read(Spot spot) {
        return spot.someItems("a list of at least one segment, such as [] for the whole")
                .flatMap(items -> Distinct.each(items, SegmentsReader::segment));
    }

    /** Dimensions in alphabetical order: segments that differ in order only are one. */
    private static Optional<Segment> segment(Spot spot) {
        return DIMENSIONS
                .several(spot)
                .map(dimensions -> new Segment(dimensions.stream().sorted().toList()));
    }
}
