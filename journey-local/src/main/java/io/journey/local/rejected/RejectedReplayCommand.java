package io.journey.local.rejected;

import io.journey.core.definition.Definition;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.ExitCodes;
import io.journey.local.definition.DefinitionFiles;
import io.journey.local.house.Cluster;
import io.journey.local.house.HashOptions;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code journey rejected replay}: sends rejected records again. */
@Command(
        name = "replay",
        description = {
            "Sends rejected records again: their original bytes, or what a repair makes of them.",
            "Replaying twice changes no number. A record that is sent again carries its id in the header"
                    + " journey.replayed.from; one whose id is in the touchpoint topic already is not sent again, also"
                    + " after a replay that was cut off. Of two replays at the same moment the later delivery is a"
                    + " duplicate by its eventId, and counts as duplicate only. The rejection itself stays counted:"
                    + " what is sent again is read again."
        },
        exitCodeList = {
            "0:all that was chosen is sent, or need not be",
            "1:a line is still no event, the repair failed, or it could not be sent",
            ExitCodes.WRONG_USAGE_LINE
        })
public final class RejectedReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Source source = new Source();

    @Mixin
    private Selection selection = new Selection();

    @Option(
            names = "--repair",
            paramLabel = "COMMAND",
            description = {
                "Shell command that is run for each record. It gets one line of JSON: id, journey, reason, detail,"
                        + " source, arrivedAt, key and value (Base64), and event (the object in the bytes, or null). It"
                        + " prints the event to send on one line, as journey replay reads it; or nothing, to leave the"
                        + " record out. It must keep the eventId, or the event counts again where it was accepted."
            })
    private Optional<String> repair = Optional.empty();

    @Option(
            names = "--definition",
            paramLabel = "FILE",
            description = "Definition by whose ladder events are keyed; needed with --repair and for lines of files.")
    private Optional<Path> definitionFile = Optional.empty();

    @ArgGroup(exclusive = false)
    private HashOptions hash = new HashOptions();

    @Option(names = "--all", description = "Choose all rejected records.")
    private boolean all;

    @Option(names = "--again", description = "Send also what was sent again before, for example with a better repair.")
    private boolean again;

    @Option(names = "--dry-run", description = "Say what would be sent, and send nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        if (!all && selection.choosesByNothing()) {
            throw new ParameterException(
                    spec.commandLine(), "choose records by --reason, --from, --to or --id; or all of them with --all");
        }
        if (repair.isPresent() && definitionFile.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--repair needs --definition, to key what it makes");
        }
        Cluster cluster = source.cluster();
        Optional<Instant> first = first();
        if (first.isEmpty()) {
            throw new CommandFailure(
                    "no rejected record was chosen; journey rejected list prints those that there are");
        }
        Set<String> sentBefore = again ? Set.of() : SentAgain.since(first.get(), cluster, source.prefix());
        Decision decision =
                new Decision(repair.map(command -> new Repair(command, new EventIn(cluster.clients()))), sentBefore);
        try (Resending resending = new Resending(cluster, source.prefix(), identities())) {
            Replay replay = new Replay(decision, resending, spec.commandLine(), dryRun);
            source.read(selection, replay::take);
            return replay.conclude();
        }
    }

    /** When the first of those that are chosen arrived; a line of a file is looked at before anything is sent. */
    private Optional<Instant> first() throws InterruptedException {
        AtomicReference<@Nullable Instant> first = new AtomicReference<>();
        AtomicBoolean lines = new AtomicBoolean();
        source.read(selection, row -> {
            Instant arrived = row.value().getRecordTimestamp();
            first.updateAndGet(before -> before == null || arrived.isBefore(before) ? arrived : before);
            lines.compareAndSet(false, row.id().isLineOfAFile());
        });
        if (lines.get() && definitionFile.isEmpty()) {
            throw new CommandFailure(
                    "there are lines of files among these records, which have no key: name a definition"
                            + " with --definition, or choose others with --id");
        }
        return Optional.ofNullable(first.get());
    }

    private Identities identities() {
        if (definitionFile.isEmpty()) {
            return new Identities(List.of(), Map.of(), IdentityHash.NONE);
        }
        Definition definition =
                DefinitionFiles.read(List.of(definitionFile.get())).get(0);
        return new Identities(
                definition.identity().ladder(), definition.identity().ignore(), hash.hash());
    }
}
