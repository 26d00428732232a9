package io.journey.local.topics;

import io.journey.local.access.AclCommands;
import io.journey.local.access.Installation;
import io.journey.local.access.Role;
import io.journey.local.command.ExitCodes;
import io.journey.local.definition.DefinitionFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code journey topics acls}: the least rights of each part, as commands. */
@Command(
        name = "acls",
        description = {
            "Prints the least rights that each part needs at the brokers, as lines of kafka-acls.sh.",
            "Asks nobody. docs/acls.md shows the rights as tables."
        })
public final class TopicsAclsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT,...",
            defaultValue = "localhost:9092",
            description = "Brokers that the lines name. Default: ${DEFAULT-VALUE}.")
    private String bootstrapServers = "";

    @Mixin
    private NameOptions names = new NameOptions();

    @Option(
            names = "--definition",
            paramLabel = "FILE",
            description = "Definition whose application runs; give it again for further ones. Default: any, so that a"
                    + " new definition needs no new rights.")
    private List<Path> definitionFiles = List.of();

    @Option(
            names = "--principal",
            paramLabel = "ROLE=NAME",
            description = "Principal of streams, sink, producers, analysts, operators or provisioning, with its kind,"
                    + " for example sink=User:CN=sink. Default: User: and the role.")
    private Map<Role, String> principals = new HashMap<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Installation installation =
                new Installation(names.topics(), names.applications(), DefinitionFiles.read(definitionFiles));
        AclCommands commands = new AclCommands(bootstrapServers);
        for (Role role : Role.values()) {
            out.println("# " + role.name().toLowerCase(Locale.ROOT) + ": " + role.meaning());
            commands.lines(role, installation, principals.getOrDefault(role, role.usualPrincipal()))
                    .forEach(out::println);
        }
        out.flush();
        return ExitCodes.OK;
    }
}
