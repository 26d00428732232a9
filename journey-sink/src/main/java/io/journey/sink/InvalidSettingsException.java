package io.journey.sink;

import java.util.List;

/** Settings that cannot be used; the message has all faults, one a line, each with what was expected. */
public final class InvalidSettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    InvalidSettingsException(List<String> faults) {
        super("settings of the sink:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line each. */
    public List<String> faults() {
        return faults;
    }
}
