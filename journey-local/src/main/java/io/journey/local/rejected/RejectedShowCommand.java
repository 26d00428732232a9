package io.journey.local.rejected;

import io.journey.events.reject.RejectReason;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.ExitCodes;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code journey rejected show}: one rejected record, its bytes included. */
@Command(
        name = "show",
        description = "Shows one rejected record: why, what to do, its headers, its bytes, and the event in them.",
        exitCodeList = {
            "0:the record is shown",
            "1:there is no such rejected record, or the brokers do not answer",
            ExitCodes.WRONG_USAGE_LINE
        })
public final class RejectedShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Source source = new Source();

    @Parameters(
            paramLabel = "ID",
            converter = RejectedId.Converter.class,
            description = "TOPIC/PARTITION/OFFSET, as list prints it.")
    private RejectedId id = new RejectedId("", 0, 0);

    @Override
    public Integer call() throws InterruptedException {
        List<RejectedRow> rows = new ArrayList<>();
        source.read(row -> row.id().equals(id), rows::add);
        if (rows.isEmpty()) {
            throw new CommandFailure("no record " + id + " was rejected; journey rejected list prints those that were");
        }
        EventIn event = new EventIn(source.cluster().clients());
        rows.forEach(row -> show(row, event));
        return ExitCodes.OK;
    }

    private void show(RejectedRow row, EventIn event) {
        PrintWriter out = spec.commandLine().getOut();
        String reason = row.value().getReason();
        out.println(row.id() + " in journey " + row.key().getJourney());
        out.println("reason   " + reason + ": " + row.value().getDetail());
        Arrays.stream(RejectReason.values())
                .filter(known -> known.name().equals(reason))
                .forEach(known -> out.println("remedy   " + known.remedy()));
        out.println("source   " + row.value().getSource());
        out.println("arrived  " + row.value().getRecordTimestamp());
        for (Header header : row.headers()) {
            out.println("header   " + header.key() + ": "
                    + (header.value() == null ? "null" : new String(header.value(), StandardCharsets.UTF_8)));
        }
        dump("key", row.originalKey(), out);
        dump("value", row.originalValue(), out);
        row.originalValue()
                .flatMap(bytes -> event.bytes(row.key().getTopic(), bytes))
                .ifPresent(found -> out.println("event    " + found));
        out.flush();
    }

    private static void dump(String what, Optional<byte[]> bytes, PrintWriter out) {
        out.println(String.format("%-7s", what) + "  "
                + bytes.map(each -> each.length + " bytes").orElse("none kept"));
        bytes.ifPresent(each -> HexDump.lines(each).forEach(line -> out.println("  " + line)));
    }
}
