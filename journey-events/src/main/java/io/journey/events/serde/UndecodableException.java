package io.journey.events.serde;

import io.journey.events.reject.RejectReason;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are no record, with the reason. It is about this one record: the next may be fine, and reading it again
 * gives the same. A registry that cannot be reached is never reported this way.
 */
public final class UndecodableException extends SerializationException {

    private final RejectReason reason;

    UndecodableException(RejectReason reason, String detail) {
        this(reason, detail, null);
    }

    UndecodableException(RejectReason reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    /** Why the bytes are no record. */
    public RejectReason reason() {
        return reason;
    }
}
