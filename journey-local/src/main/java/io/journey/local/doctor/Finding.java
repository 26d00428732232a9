package io.journey.local.doctor;

/** What a look at one thing showed. */
public sealed interface Finding {

    /** What was looked at, in one word or two. */
    String subject();

    /** It is in order. */
    record Fine(String subject, String detail) implements Finding {}

    /**
     * It is not in order.
     *
     * @param remedy what to do, and who must
     */
    record Fault(String subject, String detail, String remedy) implements Finding {}

    /** It could not be looked at; that alone is no fault. */
    record Unseen(String subject, String reason) implements Finding {}

    /** The finding as a line that begins with how it is. */
    default String line() {
        if (this instanceof Fault fault) {
            return "FAULT   " + fault.subject() + ": " + fault.detail() + "; " + fault.remedy();
        }
        if (this instanceof Unseen unseen) {
            return "unseen  " + unseen.subject() + ": " + unseen.reason();
        }
        return this instanceof Fine fine ? "ok      " + fine.subject() + ": " + fine.detail() : subject();
    }
}
