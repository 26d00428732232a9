package io.journey.local.command;

import io.journey.events.topic.JourneyTopic;
import picocli.CommandLine.TypeConversionException;

/**
 * What the names of all topics and groups begin with, read from the command line.
 *
 * @param text of the characters that Kafka allows in names
 */
public record TopicPrefix(String text) {

    public static final TopicPrefix USUAL = new TopicPrefix(JourneyTopic.DEFAULT_PREFIX);

    static TopicPrefix parse(String text) {
        if (!text.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new TypeConversionException(
                    "'" + text + "' begins no topic's name, expected letters, digits, dots, hyphens and underscores");
        }
        return new TopicPrefix(text);
    }
}
