package io.journey.local.broker;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a failing broker from ending the process it lives in.
 *
 * <p>Kafka assumes a process of its own and exits or halts it on a fatal fault. Here the faulty thread ends with an
 * exception instead. The procedures are global to the JVM and stay: a broker's last threads may outlive its closing.
 */
final class HostProtection {

    private HostProtection() {}

    static void install() {
        Exit.setExitProcedure(HostProtection::refuse);
        Exit.setHaltProcedure(HostProtection::refuse);
    }

    private static void refuse(int status, @Nullable String message) {
        throw new IllegalStateException("the embedded broker failed and asked the process to end with status " + status
                + (message == null ? "" : ": " + message));
    }
}
