package io.journey.local.definition;

import io.journey.local.command.ExitCodes;
import io.journey.streams.definition.DefinitionFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journey definition validate}: tells every fault of definition files at once. */
@Command(
        name = "validate",
        description = {
            "Checks journey definitions and prints every fault as FILE:LINE: KEY: MESSAGE.",
            "A key that is not known is a fault."
        },
        exitCodeList = {"0:all files are correct", "1:a file has faults", ExitCodes.WRONG_USAGE_LINE})
public final class ValidateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Definition files.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        int faults = 0;
        for (Path file : files) {
            DefinitionFile read = DefinitionFile.read(file);
            if (read instanceof DefinitionFile.Invalid invalid) {
                invalid.lines().forEach(out::println);
                faults += invalid.faults().size();
            }
        }
        out.println(summary(faults));
        out.flush();
        return faults == 0 ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private String summary(int faults) {
        String checked = files.size() == 1 ? "1 definition checked, " : files.size() + " definitions checked, ";
        return checked + (faults == 0 ? "no faults" : faults == 1 ? "1 fault" : faults + " faults");
    }
}
