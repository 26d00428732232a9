package io.journey.bench.flink;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.streams.codec.CellCodec;
import java.nio.charset.StandardCharsets;

/**
 * What a cell's sum changes by.
 *
 * @param cell the cell's bytes, one a character: a key whose hash is the same in every process, which those of enums are
 *     not
 */
record CellDifference(String cell, Tally tally) {

    CellDifference(Cell cell, Tally tally) {
        this(new String(CellCodec.cell(cell), StandardCharsets.ISO_8859_1), tally);
    }

    static Cell decoded(String cell) {
        return CellCodec.cell(cell.getBytes(StandardCharsets.ISO_8859_1));
    }
}
