package io.journey.local;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class CommandPageTest {

    @Test
    void thePageOfCommandsIsWhatTheCommandsPrint() throws IOException {
        StringBuilder page = new StringBuilder();
        page.append("# The journey command\n\n");
        page.append(
                "Printed from the commands' own help and compared by a test; `-Dregenerate=true` writes it anew.\n");
        page.append(
                "Errors are one line on the error stream that says what to do; `--verbose` shows where they arose.\n");
        append(page, JourneyCommand.commandLine());

        PrintedPage.named("cli.md").mustBe(page.toString());
    }

    private static void append(StringBuilder page, CommandLine command) {
        page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```\n");
        page.append(command.getUsageMessage(Ansi.OFF).strip()).append("\n```\n");
        command.getSubcommands().values().forEach(subcommand -> append(page, subcommand));
    }
}
