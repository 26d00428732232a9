package io.journey.local.replay;

import io.journey.events.json.ParsedTouchpoint;
import io.journey.events.json.TouchpointJson;
import io.journey.local.command.CommandFailure;
import java.io.IOException;
import java.io.InputStream;

/** Sends the lines of one file, in their order. */
final class Feed implements Runnable {

    private final EventFile file;
    private final EventSender sender;
    private final LineFaults faults;
    private final Tally tally;

    Feed(EventFile file, EventSender sender, LineFaults faults, Tally tally) {
        this.file = file;
        this.sender = sender;
        this.faults = faults;
        this.tally = tally;
    }

    @Override
    public void run() {
        long read = 0;
        try (InputStream bytes = file.open(tally.bytes())) {
            Lines lines = new Lines(bytes);
            while (lines.next() && !Thread.currentThread().isInterrupted()) {
                read = lines.number();
                pass(lines);
            }
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    file.name() + " cannot be read beyond line " + read + ": " + unreadable.getMessage()
                            + "; is the file complete?",
                    unreadable);
        }
    }

    private void pass(Lines lines) {
        tally.line();
        ParsedTouchpoint parsed = TouchpointJson.parse(lines.buffer(), 0, lines.length());
        if (parsed instanceof ParsedTouchpoint.Event event) {
            sender.send(event.touchpoint());
            tally.sent();
        } else if (parsed instanceof ParsedTouchpoint.Fault fault) {
            faults.tell(file.name(), lines.number(), fault);
            sender.reject(file.name(), lines.number(), fault, lines.copy());
            tally.rejected(fault.reason().name());
        }
    }
}
