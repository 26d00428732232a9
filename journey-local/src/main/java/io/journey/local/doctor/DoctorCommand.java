package io.journey.local.doctor;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.SchemaSurvey;
import io.journey.events.topic.TopicLayout;
import io.journey.local.access.Installation;
import io.journey.local.access.Role;
import io.journey.local.command.ExitCodes;
import io.journey.local.definition.DefinitionFiles;
import io.journey.local.house.Brokers;
import io.journey.local.house.OutsideRegistry;
import io.journey.local.topics.Scope;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code journey doctor}: looks at all that an installation needs and says what to do about what is wrong. */
@Command(
        name = "doctor",
        description = {
            "Looks at brokers, versions, topics, rights, schemas, clock and disk, and says what to do.",
            "Changes nothing: to learn the brokers' time it begins a transaction and aborts it. Run it with the settings"
                    + " of the part that does not work, on the machine where that runs."
        },
        exitCodeList = {
            "0:nothing is wrong with what could be looked at",
            "1:something is wrong",
            ExitCodes.WRONG_USAGE_LINE
        })
public final class DoctorCommand implements Callable<Integer> {

    private static final short ANY = -1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Scope scope = new Scope();

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Schema registry to look at. Default: none is looked at.")
    private Optional<URI> registry = Optional.empty();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "Look whether the principal of --client-config may do what streams, sink, producers, analysts,"
                            + " operators or provisioning needs. May be given again.")
    private List<Role> roles = List.of();

    @Option(
            names = "--definition",
            paramLabel = "FILE",
            description = "Definition whose application runs, for rights on its group. May be given again.")
    private List<Path> definitionFiles = List.of();

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Folder of an instance's state.dir, whose disk is looked at. May be given again.")
    private List<Path> stateDirectories = List.of();

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = new Installation(
                scope.names().topics(), scope.names().applications(), DefinitionFiles.read(definitionFiles));
        Brokers brokers = scope.brokers();
        Examination examination = new Examination(spec.commandLine().getOut());
        for (Path directory : stateDirectories) {
            examination.look(new DiskCheck(directory));
        }
        if (registry.isPresent()) {
            examination.look(schemas(brokers, registry.get()));
        }
        try (Admin admin = brokers.admin()) {
            if (examination.reaches(brokers, admin)) {
                examination.look(new BrokerCheck(admin));
                examination.look(new TopicCheck(admin, scope));
                for (Role role : roles) {
                    examination.look(new RightsCheck(admin, role, installation));
                }
                examination.look(new ClockCheck(
                        admin,
                        brokers.clients(),
                        installation.applicationPrefix() + "-doctor",
                        installation.topics().name(JourneyTopic.TOUCHPOINTS),
                        Clock.systemUTC()));
            }
        }
        return examination.conclude();
    }

    private SchemaCheck schemas(Brokers brokers, URI url) {
        Map<String, String> settings = new HashMap<>(brokers.settings());
        return new SchemaCheck(new SchemaSurvey(
                OutsideRegistry.client(url, settings),
                new TopicLayout(scope.names().topics(), 1, ANY)));
    }
}
