package io.journey.local.command;

import io.journey.events.registry.RegistryRefusedException;
import io.journey.events.registry.RegistryUnavailableException;
import io.journey.events.topic.ProvisioningException;
import io.journey.local.broker.BrokerStartException;
import io.journey.local.registry.RegistryException;
import io.journey.service.EndedBySignalException;
import io.journey.sink.database.DatabaseUnavailableException;
import io.journey.sink.http.AddressTakenException;
import io.journey.streams.DefinitionConflictException;
import io.journey.streams.JourneyApplication;
import io.journey.streams.StateDiskFullException;
import java.util.Set;
import org.apache.kafka.common.errors.AuthorizationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells what went wrong in one line on the error stream; where it went wrong only when {@code --verbose} asks. */
public final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    public static final String VERBOSE = "--verbose";

    /** Their messages name the thing and say who must act; those of others were written for programmers. */
    private static final Set<Class<? extends Throwable>> SPEAKING = Set.of(
            CommandFailure.class,
            ParameterException.class,
            BrokerStartException.class,
            RegistryException.class,
            RegistryUnavailableException.class,
            RegistryRefusedException.class,
            AuthorizationException.class,
            ProvisioningException.class,
            DefinitionConflictException.class,
            StateDiskFullException.class,
            AddressTakenException.class,
            DatabaseUnavailableException.class);

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        tell(command, oneLine(failure) + "; " + name + " --help shows the usage");
        return ExitCodes.WRONG_USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        boolean verbose = command.getParseResult().hasMatchedOption(VERBOSE);
        if (failure instanceof EndedBySignalException) {
            tellUnclean(failure, command, verbose);
            return ExitCodes.FAILED;
        }
        if (verbose) {
            failure.printStackTrace(command.getErr());
        }
        tell(command, oneLine(failure) + (speaks(failure) || verbose ? "" : " (unexpected; --verbose shows where)"));
        return ExitCodes.FAILED;
    }

    private static void tellUnclean(Exception ended, CommandLine command, boolean verbose) {
        if (verbose) {
            ended.printStackTrace(command.getErr());
        }
        for (Throwable unclean : ended.getSuppressed()) {
            tell(command, "did not end in order: " + oneLine(unclean));
        }
    }

    private static String notAllowed(AuthorizationException refused) {
        return "the brokers do not allow this principal to do this (" + refused.getMessage()
                + "): whoever owns the cluster must grant it, and journey topics acls prints how";
    }

    private static boolean speaks(Throwable failure) {
        return SPEAKING.stream().anyMatch(type -> type.isInstance(failure));
    }

    private static void tell(CommandLine command, String line) {
        command.getErr().println("journey: " + line);
        command.getErr().flush();
    }

    /**
     * Ends the command if processing has ended for good.
     *
     * @throws CommandFailure that says why
     */
    public static void requireProcessing(JourneyApplication application) {
        if (application.state() == JourneyApplication.State.FAILED) {
            Throwable failure = application.failure();
            throw new CommandFailure(
                    "processing failed: " + (failure == null ? "see --verbose" : oneLine(failure)), failure);
        }
    }

    private static String oneLine(Throwable failure) {
        String message = failure instanceof AuthorizationException refused ? notAllowed(refused) : failure.getMessage();
        String text = message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : speaks(failure) ? message : failure.getClass().getSimpleName() + ": " + message;
        return text.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
