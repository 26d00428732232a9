package io.journey.service;

import io.journey.service.settings.SettingSources;
import io.journey.service.settings.SettingsListing;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line that every service has: it reads the settings, tells all their faults at once, runs, and ends in order. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ended by SIGTERM or Ctrl-C, in order",
            "1:failed, or did not end in order; the log says why",
            "2:wrong usage or settings, told before anything starts"
        })
public final class ServiceCommand implements Callable<Integer> {

    /** Below the 60 s that the manifests in deploy/ give, after which the process is killed. */
    private static final Duration CLEAN_UP = Duration.ofSeconds(50);

    private static final String LOG_CONFIGURATION = "logback.configurationFile";

    private final Service service;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file of settings; give it again for further ones, of which the later wins.")
    private List<Path> files = List.of();

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "One setting. It wins over the environment, where journey.instance.id is JOURNEY_INSTANCE_ID and"
                            + " database.url is JOURNEY_DATABASE_URL, and that wins over files.")
    private List<String> assignments = List.of();

    @Option(
            names = "--print-config",
            description = "Print each setting, its value and where it came from, and end. Secrets are hidden.")
    private boolean printConfig;

    private ServiceCommand(Service service, Map<String, String> environment) {
        this.service = service;
        this.environment = Map.copyOf(environment);
    }

    /** The command line of a service, ready to execute. */
    public static CommandLine of(Service service, Map<String, String> environment) {
        CommandLine line = new CommandLine(new ServiceCommand(service, environment));
        line.setCommandName(service.name());
        line.getCommandSpec().usageMessage().description(service.purpose());
        return line.setExecutionExceptionHandler((failure, command, arguments) -> {
            tell(command.getErr(), service.name(), Reasons.of(failure));
            return ExitCodes.FAILED;
        });
    }

    /**
     * Runs a service as this process, and ends the process with the exit code.
     *
     * @param service makes it; called once the log is set up
     */
    public static void run(Supplier<Service> service, String... arguments) {
        // Whoever wants another sets the property.
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "io/journey/service/logback.xml");
        }
        System.exit(of(service.get(), System.getenv()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        ConfigDef declared = service.settings();
        SettingSources sources = SettingSources.read(declared.names(), files, environment, assignments);
        List<String> faults = new ArrayList<>(sources.faults());
        faults.addAll(service.faults(sources.values()));
        PrintWriter err = spec.commandLine().getErr();
        sources.warnings().forEach(warning -> tell(err, service.name(), warning));
        if (printConfig) {
            spec.commandLine().getOut().print(SettingsListing.of(declared, sources.given()));
            spec.commandLine().getOut().flush();
        }
        if (!faults.isEmpty()) {
            tell(err, service.name(), "settings that cannot be used:\n  " + String.join("\n  ", faults));
            return ExitCodes.WRONG_USAGE;
        }
        return printConfig ? ExitCodes.OK : run(sources.values());
    }

    private int run(Map<String, String> settings) throws Exception {
        Logger log = LoggerFactory.getLogger(service.name());
        log.info("{} {} starts", service.name(), Version.number());
        try {
            return new SignalWatch(log::info, CLEAN_UP)
                    .whenInOrder(ExitCodes.OK)
                    .otherwise(ExitCodes.FAILED)
                    .over(() -> run(settings, log));
        } catch (EndedBySignalException ended) {
            for (Throwable unclean : ended.getSuppressed()) {
                log.error("{} did not end in order", service.name(), unclean);
            }
            return ended.getSuppressed().length == 0 ? ExitCodes.OK : ExitCodes.FAILED;
        } catch (RuntimeException failure) {
            log.error("{} ends: {}", service.name(), Reasons.of(failure), failure);
            throw failure;
        }
    }

    private int run(Map<String, String> settings, Logger log) throws InterruptedException {
        try (Service.Running running = service.start(settings)) {
            log.info("{} runs", service.name());
            running.awaitFailure();
            return ExitCodes.FAILED;
        }
    }

    private static void tell(PrintWriter err, String name, String line) {
        err.println(name + ": " + line);
        err.flush();
    }
}
