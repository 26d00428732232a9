package io.journey.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote beside this class. */
public final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"journey " + number(), "Java ${java.version}, ${os.name} ${os.arch}"};
    }

    /** The version alone. */
    public static String number() {
        try (InputStream written = Version.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(written, "version.properties is not in the build"));
            return properties.getProperty("version");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
