package io.journey.sink.table;

/**
 * A record that does not fit its table.
 *
 * <p>Only the streams application writes these topics, so this is broken infrastructure and not bad input: reading
 * stops at the record until somebody has looked.
 */
public final class UnfitRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnfitRecordException(String message) {
        super(message);
    }
}
