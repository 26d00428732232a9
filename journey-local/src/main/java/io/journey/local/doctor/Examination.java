package io.journey.local.doctor;

import io.journey.local.command.CommandFailure;
import io.journey.local.command.ExitCodes;
import io.journey.local.house.Brokers;
import java.io.PrintWriter;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Makes one check after the other and tells what each shows; one that cannot be made is a finding as well. */
final class Examination {

    private final PrintWriter out;
    private long faults;

    Examination(PrintWriter out) {
        this.out = out;
    }

    /** Whether the brokers answer at all; where they do not, nothing more needs to be asked of them. */
    boolean reaches(Brokers brokers, Admin admin) throws InterruptedException {
        try {
            brokers.reach(admin);
            return true;
        } catch (CommandFailure unreachable) {
            tell(new Finding.Fault(
                    "brokers",
                    String.valueOf(unreachable.getMessage()),
                    "topics, rights and clock were not looked at"));
            return false;
        }
    }

    void look(Check check) throws InterruptedException {
        try {
            check.look().forEach(this::tell);
        } catch (ExecutionException failure) {
            tell(failed(check, failure.getCause() == null ? failure : failure.getCause()));
        } catch (KafkaException failure) {
            tell(failed(check, failure));
        }
    }

    private static Finding failed(Check check, Throwable failure) {
        return failure instanceof AuthorizationException
                ? new Finding.Unseen(
                        check.subject(),
                        "the brokers do not let this principal look (" + failure.getMessage()
                                + "); with the rights that journey topics acls prints for provisioning it can")
                : new Finding.Fault(check.subject(), String.valueOf(failure.getMessage()), "cure this, and look again");
    }

    private void tell(Finding finding) {
        faults += finding instanceof Finding.Fault ? 1 : 0;
        out.println(finding.line().replaceAll("\\s*\\R\\s*", "; "));
        out.flush();
    }

    int conclude() {
        out.println(faults == 0 ? "nothing is wrong" : faults == 1 ? "1 fault" : faults + " faults");
        out.flush();
        return faults == 0 ? ExitCodes.OK : ExitCodes.FAILED;
    }
}
