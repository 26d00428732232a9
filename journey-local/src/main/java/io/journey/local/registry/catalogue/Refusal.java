package io.journey.local.registry.catalogue;

/**
 * Why a request is turned down.
 *
 * @param reason which of the protocol's errors it is
 * @param message one sentence for the caller
 */
public record Refusal(Reason reason, String message) {

    /** The errors of the protocol that the rules can give, with their codes. */
    public enum Reason {
        SUBJECT_NOT_FOUND(40401),
        VERSION_NOT_FOUND(40402),
        SCHEMA_NOT_FOUND(40403),
        SUBJECT_SOFT_DELETED(40404),
        SUBJECT_NOT_SOFT_DELETED(40405),
        VERSION_SOFT_DELETED(40406),
        VERSION_NOT_SOFT_DELETED(40407),
        COMPATIBILITY_NOT_CONFIGURED(40408),
        MODE_NOT_CONFIGURED(40409),
        INCOMPATIBLE_SCHEMA(409),
        INVALID_SCHEMA(42201),
        INVALID_VERSION(42202),
        INVALID_COMPATIBILITY_LEVEL(42203),
        INVALID_MODE(42204),
        OPERATION_NOT_PERMITTED(42205),
        REFERENCE_EXISTS(42206),
        INVALID_SUBJECT(42208);

        private final int code;

        Reason(int code) {
            this.code = code;
        }

        /** The number that clients dispatch on. */
        public int code() {
            return code;
        }

        /** The HTTP status, which the protocol writes into the first three digits of the code. */
        public int status() {
            return code < 1000 ? code : code / 100;
        }
    }

    public static Refusal subjectNotFound(String subject) {
        return new Refusal(Reason.SUBJECT_NOT_FOUND, "Subject '" + subject + "' not found.");
    }

    public static Refusal versionNotFound(VersionNumber version) {
        return new Refusal(Reason.VERSION_NOT_FOUND, "Version " + version.number() + " not found.");
    }

    public static Refusal schemaNotFound() {
        return new Refusal(Reason.SCHEMA_NOT_FOUND, "Schema not found");
    }

    /** No version, deleted or not, has this id. */
    public static Refusal schemaNotFound(int id) {
        return new Refusal(Reason.SCHEMA_NOT_FOUND, "Schema " + id + " not found");
    }

    static Refusal invalidSchema(String message) {
        return new Refusal(Reason.INVALID_SCHEMA, message);
    }

    public static Refusal invalidSubject(String subject) {
        return new Refusal(Reason.INVALID_SUBJECT, "The specified subject '" + subject + "' is not valid.");
    }

    static Refusal notPermitted(String message) {
        return new Refusal(Reason.OPERATION_NOT_PERMITTED, message);
    }

    static Refusal referenceExists(String subject, int version) {
        return new Refusal(
                Reason.REFERENCE_EXISTS,
                "One or more references exist to the schema of subject '" + subject + "', version " + version + ".");
    }
}
