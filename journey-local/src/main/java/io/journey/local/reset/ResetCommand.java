package io.journey.local.reset;

import io.journey.core.definition.Definition;
import io.journey.events.topic.TopicNames;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.ExitCodes;
import io.journey.local.command.Signals;
import io.journey.local.command.TopicPrefix;
import io.journey.local.definition.ActivateCommand;
import io.journey.local.definition.Activation;
import io.journey.local.definition.TopicChange;
import io.journey.local.house.Brokers;
import io.journey.local.house.Topics;
import io.journey.service.settings.SettingSources;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.service.GivenDefinitions;
import io.journey.streams.service.StreamsService;
import io.journey.streams.table.PublishedTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journey reset}: computes a definition anew from the first event, and switches to it. */
@Command(
        name = "reset",
        description = {
            "Computes a definition anew from the first event, beside what is published, and puts it in its place.",
            "Takes the settings of journey-streams. What is published stays in use meanwhile, and journey-streams goes on"
                    + " with it. Once everything is read this waits until journey-streams has ended, reads the rest, and"
                    + " switches in one transaction. The definition may be the same or a new version; the same version"
                    + " needs another journey.application.prefix, because an application's id is what its state is kept"
                    + " by. Cut off and started again it goes on where it was."
        },
        exitCodeList = {
            "0:the new results are published",
            "1:the work could not be done; what is published is unchanged",
            ExitCodes.WRONG_USAGE_LINE,
            "130:ended by Ctrl-C; 143 by SIGTERM"
        })
public final class ResetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Properties file with the settings of journey-streams; may be given again, and the environment"
                            + " counts as it does there.")
    private List<Path> files = List.of();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "One setting of journey-streams. It wins over the environment and over files.")
    private List<String> assignments = List.of();

    @Option(
            names = "--journey",
            paramLabel = "ID",
            description = "Id of the definition, where journey.definitions names several.")
    private Optional<String> journey = Optional.empty();

    @Option(
            names = "--beside",
            paramLabel = "P",
            description = "Begins the names of the topics that are written meanwhile, and made if need be. Default: the"
                    + " topic prefix and -beside.")
    private Optional<TopicPrefix> beside = Optional.empty();

    @Override
    public Integer call() throws Exception {
        Map<String, String> given = given();
        Definition definition = definition(new StreamsSettings(given));
        StreamsSettings inUse = new StreamsSettings(given);
        String prefix = beside.map(TopicPrefix::text).orElse(inUse.topics().prefix() + "-beside");
        Map<String, String> settings = new HashMap<>(given);
        settings.put(StreamsSettings.RESULTS_PREFIX, prefix);
        // Beside an instance that has these addresses.
        settings.put(StreamsSettings.HEALTH_LISTEN, "");
        settings.put(StreamsSettings.HTTP_LISTEN, "");
        StreamsSettings aside = new StreamsSettings(settings);
        return Signals.over(() -> reset(inUse, aside, definition));
    }

    private Map<String, String> given() {
        SettingSources sources =
                SettingSources.read(StreamsSettings.declared().names(), files, System.getenv(), assignments);
        List<String> faults = new ArrayList<>(sources.faults());
        Map<String, String> values = sources.values();
        faults.addAll(new StreamsService().faults(values));
        if (values.containsKey(StreamsSettings.RESULTS_PREFIX)) {
            faults.add(StreamsSettings.RESULTS_PREFIX + " is chosen by --beside, and must not be set");
        }
        if (!faults.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "settings that cannot be used: " + String.join("; ", faults));
        }
        return values;
    }

    private Definition definition(StreamsSettings settings) {
        List<Definition> all = GivenDefinitions.in(settings.definitions()).definitions();
        if (journey.isEmpty() && all.size() == 1) {
            return all.get(0);
        }
        String among = "one of " + all.stream().map(Definition::journey).toList();
        if (journey.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--journey is missing, expected " + among);
        }
        return all.stream()
                .filter(each -> each.journey().equals(journey.get()))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--journey " + journey.get() + ", expected " + among));
    }

    private int reset(StreamsSettings inUse, StreamsSettings aside, Definition definition) throws InterruptedException {
        Brokers brokers = new Brokers(aside.bootstrapServers(), texts(aside.clients()));
        Topics.provideBeside(brokers, aside.clients(), aside.topics());
        PublishedTopics old = new PublishedTopics(inUse.clients(), inUse.topics());
        PublishedTopics now = new PublishedTopics(aside.clients(), aside.topics());
        PrintWriter err = spec.commandLine().getErr();
        try (Admin admin = brokers.admin()) {
            Activation activation = new Activation(aside.clients(), admin, old, now, definition.journey());
            refuseTheSame(activation, aside.applicationId(definition));
            try (JourneyApplication application =
                    new JourneyApplication(aside, List.of(definition), new SimpleMeterRegistry())) {
                application.start();
                new Recomputation(application, aside, definition, activation, admin, err).untilItCanReplace();
            }
            List<TopicChange> changes = activation.run();
            ActivateCommand.print(changes, spec.commandLine().getOut());
        }
        TopicNames names = aside.topics();
        err.println("journey: its settings: journey.application.prefix must begin "
                + aside.applicationId(definition) + "; the topics " + names.resultsPrefix()
                + ".* are not needed any more");
        err.flush();
        return ExitCodes.OK;
    }

    private static Map<String, String> texts(Map<String, ?> settings) {
        Map<String, String> texts = new HashMap<>();
        settings.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private static void refuseTheSame(Activation activation, String application) {
        activation.publisher().filter(application::equals).ifPresent(same -> {
            throw new CommandFailure("what is published is computed by " + same
                    + " already: choose another application with --set " + StreamsSettings.APPLICATION_PREFIX
                    + "=..., or give the definition a new version");
        });
    }
}
