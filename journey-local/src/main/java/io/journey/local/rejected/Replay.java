package io.journey.local.rejected;

import io.journey.local.command.ExitCodes;
import java.io.PrintWriter;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine;

/** Takes one chosen record after the other, does what is decided, and counts. */
final class Replay {

    private final Decision decision;
    private final Resending resending;
    private final CommandLine line;
    private final boolean dryRun;
    private long sent;
    private long sentBefore;
    private long leftOut;
    private long withoutBytes;
    private long stillNone;

    Replay(Decision decision, Resending resending, CommandLine line, boolean dryRun) {
        this.decision = decision;
        this.resending = resending;
        this.line = line;
        this.dryRun = dryRun;
    }

    void take(RejectedRow row) {
        try {
            take(row, decision.of(row));
        } catch (InterruptedException ended) {
            throw new InterruptException(ended);
        }
    }

    private void take(RejectedRow row, Outcome outcome) {
        if (outcome instanceof Outcome.AsItWas) {
            sent++;
            if (!dryRun) {
                resending.sendAsItWas(row);
            }
        } else if (outcome instanceof Outcome.Repaired repaired) {
            sent++;
            if (!dryRun) {
                resending.sendInstead(row, repaired.event());
            }
        } else if (outcome instanceof Outcome.StillNone none) {
            stillNone++;
            line.getErr()
                    .println("journey: " + row.id() + " is still no event: "
                            + none.why().reason() + ", " + none.why().detail());
        } else if (outcome instanceof Outcome.SentBefore) {
            sentBefore++;
        } else if (outcome instanceof Outcome.LeftOut) {
            leftOut++;
        } else {
            withoutBytes++;
        }
    }

    /** Returns when everything sent is stored, and says what became of all. */
    int conclude() {
        resending.flush();
        PrintWriter out = line.getOut();
        out.println((dryRun ? "would be sent " : "sent ") + sent + ", sent before " + sentBefore
                + ", left out by the repair " + leftOut + ", without bytes " + withoutBytes + ", still no event "
                + stillNone);
        out.flush();
        line.getErr().flush();
        return stillNone == 0 ? ExitCodes.OK : ExitCodes.FAILED;
    }
}
