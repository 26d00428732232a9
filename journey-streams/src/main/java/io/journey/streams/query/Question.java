package io.journey.streams.query;

/**
 * A question to an instance.
 *
 * @param journey id of a definition
 * @param identity as {@code namespace:value}
 * @param part how much is asked for
 */
public record Question(String journey, String identity, Part part) {

    /** How much is asked for. */
    public enum Part {
        /** Everything, put together from all instances. */
        ALL,
        /** What the instance that is asked keeps of the identity itself. */
        KEPT,
        /** Of that, who owned the identity and what was erased. */
        CLAIMS
    }
}
