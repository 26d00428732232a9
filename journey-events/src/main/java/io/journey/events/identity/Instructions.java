package io.journey.events.identity;

/**
 * Touchpoints that are told apart from contacts: what an event of one of them says about identities. They are sent like
 * any other event; docs/identity.md shows each.
 */
public final class Instructions {

    /** Another primary identity continues as the event's address; a contact as well. */
    public static final String ALIAS = "identity.alias";

    /** Attribute of {@link #ALIAS}: value of the primary identity that continues as the address. */
    public static final String ALIAS_OF = "alias";

    /** The claims of another event of the same address are withdrawn. */
    public static final String UNLINK = "identity.unlink";

    /** Attribute of {@link #UNLINK}: id of the event whose claims are withdrawn. */
    public static final String UNLINKED_EVENT = "event";

    /** The events of the address are removed as if they had never been. */
    public static final String ERASE = "identity.erase";

    /** Attribute of {@link #ERASE}: first instant that is erased (ISO-8601); from the beginning when absent. */
    public static final String ERASE_FROM = "from";

    /** Attribute of {@link #ERASE}: first instant that is kept again (ISO-8601); the event's own when absent. */
    public static final String ERASE_TO = "to";

    private Instructions() {}
}
