package io.journey.local;

import io.journey.local.command.Converters;
import io.journey.local.command.ExitCodes;
import io.journey.local.command.Failures;
import io.journey.local.customer.CustomerCommand;
import io.journey.local.customer.EraseCommand;
import io.journey.local.definition.DefinitionCommand;
import io.journey.local.demo.DemoCommand;
import io.journey.local.doctor.DoctorCommand;
import io.journey.local.registry.command.RegistryCommand;
import io.journey.local.rejected.RejectedCommand;
import io.journey.local.replay.ReplayCommand;
import io.journey.local.reset.ResetCommand;
import io.journey.local.schemas.SchemasCommand;
import io.journey.local.simulator.SimulateCommand;
import io.journey.local.topics.TopicsCommand;
import io.journey.service.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code journey} command. It does nothing itself: its subcommands do. */
@Command(
        name = "journey",
        description = "Customer journeys on Kafka: everything in one place, with a broker and a registry inside.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        usageHelpWidth = 100,
        usageHelpAutoWidth = false,
        sortOptions = false,
        exitCodeListHeading = ExitCodes.HEADING,
        exitCodeList = {ExitCodes.OK_LINE, ExitCodes.FAILED_LINE, ExitCodes.WRONG_USAGE_LINE},
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            SimulateCommand.class,
            DefinitionCommand.class,
            CustomerCommand.class,
            EraseCommand.class,
            RegistryCommand.class,
            TopicsCommand.class,
            SchemasCommand.class,
            DoctorCommand.class,
            RejectedCommand.class,
            ResetCommand.class
        })
public final class JourneyCommand implements Runnable {

    private static final String LOG_LEVEL = "journey.log.level";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = Failures.VERBOSE,
            scope = ScopeType.INHERIT,
            description = "Show stack traces and the log of everything inside.")
    private boolean verbose;

    /** The command line with all subcommands, ready to execute. */
    public static CommandLine commandLine() {
        var failures = new Failures();
        return Converters.registerOn(new CommandLine(new JourneyCommand()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures)
                .setExecutionStrategy(withLogging(new CommandLine.RunLast()));
    }

    /** The log is set up at its first use, which no command reaches before this. */
    private static IExecutionStrategy withLogging(IExecutionStrategy strategy) {
        return arguments -> {
            JourneyCommand root = arguments.commandSpec().commandLine().getCommand();
            if (root.verbose && System.getProperty(LOG_LEVEL) == null) {
                System.setProperty(LOG_LEVEL, "INFO");
            }
            return strategy.execute(arguments);
        };
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
