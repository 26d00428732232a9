package io.journey.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a measured process is told on its command line.
 *
 * @param events how many there are
 * @param settings of the application, beside its own
 */
public record Given(
        String workload,
        int round,
        long events,
        Surroundings surroundings,
        Path definition,
        Map<String, String> settings) {

    /** What {@link #arguments()} wrote. */
    public static Given parse(String[] arguments) {
        return new Given(
                arguments[0],
                Integer.parseInt(arguments[1]),
                Long.parseLong(arguments[2]),
                new Surroundings(arguments[3], arguments[4], arguments[5], Long.parseLong(arguments[7])),
                Path.of(arguments[6]),
                Arrays.stream(arguments)
                        .skip(8)
                        .map(setting -> setting.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                workload,
                String.valueOf(round),
                String.valueOf(events),
                surroundings.bootstrapServers(),
                surroundings.registry(),
                surroundings.topicPrefix(),
                definition.toString(),
                String.valueOf(surroundings.serversPid())));
        settings.forEach((name, value) -> arguments.add(name + "=" + value));
        return arguments;
    }
}
