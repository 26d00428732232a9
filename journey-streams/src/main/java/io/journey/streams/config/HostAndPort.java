package io.journey.streams.config;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.state.HostInfo;

/** An address as a setting: {@code host:port}, or empty for none. */
final class HostAndPort {

    static final ConfigDef.Validator VALID = ConfigDef.LambdaValidator.with(
            (name, value) -> check(name, String.valueOf(value)), () -> "host:port, or empty for none");

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9a-fA-F:.]+]):([0-9]{1,5})");
    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "[::]");
    private static final int GREATEST_PORT = 65_535;

    private HostAndPort() {}

    static Optional<HostInfo> read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new HostInfo(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Whether it means every address of the machine, which is none that others can call. */
    static boolean isEverywhere(String text) {
        return read(text).map(HostInfo::host).filter(EVERYWHERE::contains).isPresent();
    }

    private static void check(String name, String value) {
        boolean valid = value.isEmpty()
                || read(value)
                        .filter(address -> address.port() <= GREATEST_PORT)
                        .isPresent();
        if (!valid) {
            throw new ConfigException(name, value, "expected host:port, for example 127.0.0.1:8090, or empty");
        }
    }
}
