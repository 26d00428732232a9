package io.journey.events.registry;

import org.apache.kafka.common.KafkaException;

/**
 * The registry understood and said no. Asking again changes nothing until someone acts: the message says what was asked,
 * what the registry answered and who must act.
 */
public final class RegistryRefusedException extends KafkaException {

    static final int SUBJECT_NOT_FOUND = 40401;
    static final int VERSION_NOT_FOUND = 40402;
    static final int SCHEMA_NOT_FOUND = 40403;
    static final int INCOMPATIBLE = 409;

    private final int status;
    private final int code;

    RegistryRefusedException(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** The registry's own error code, for example 40403; the HTTP status when it gave none. */
    public int code() {
        return code;
    }

    /** True when the registry has no schema of the id or no such schema under the subject. */
    public boolean schemaNotFound() {
        return code == SCHEMA_NOT_FOUND;
    }

    boolean nothingRegistered() {
        return code == SUBJECT_NOT_FOUND || code == VERSION_NOT_FOUND || code == SCHEMA_NOT_FOUND;
    }

    RegistryRefusedException with(String advice) {
        return new RegistryRefusedException(status, code, getMessage() + "; " + advice);
    }
}
