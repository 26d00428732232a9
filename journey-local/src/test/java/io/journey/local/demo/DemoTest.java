package io.journey.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.local.JourneyProcess;
import io.journey.local.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a stranger has it: a process, its page in a browser, and Ctrl-C or worse. */
class DemoTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    Path folder = Path.of("");

    @Test
    void numbersRiseAndOutliveBothAnEndInOrderAndAKill() throws Exception {
        String data = folder.resolve("data").toString();
        long shown;
        try (JourneyProcess demo = JourneyProcess.start(folder, "demo", "--data-dir", data)) {
            try (WatchedPage page = WatchedPage.of(demo)) {
                shown = page.awaitMoreThan(page.awaitMoreThan(0));
            }
            demo.kill();
        }

        try (JourneyProcess demo = JourneyProcess.start(folder, "demo", "--data-dir", data)) {
            shown = risenFrom(shown, demo);
            demo.terminate();
            assertThat(demo.exitCode(PATIENCE)).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(demo.complaints()).isEmpty();
        }

        try (JourneyProcess demo = JourneyProcess.start(folder, "demo", "--data-dir", data)) {
            risenFrom(shown, demo);
        }
    }

    /** What the page shows at first is not less than before, and then it rises. */
    private static long risenFrom(long before, JourneyProcess demo) throws InterruptedException {
        try (WatchedPage page = WatchedPage.of(demo)) {
            long first = page.awaitMoreThan(0);
            assertThat(first).isGreaterThanOrEqualTo(before);
            return page.awaitMoreThan(first);
        }
    }

    @Test
    void whatNobodyAskedToKeepIsRemoved() throws Exception {
        try (JourneyProcess demo = JourneyProcess.start(folder, "demo")) {
            demo.await(PATIENCE, running -> running.out().contains("Ctrl-C ends the demo."));
            assertThat(temporaryDirectories()).hasSize(1);

            demo.terminate();

            assertThat(demo.exitCode(PATIENCE)).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(demo.complaints()).isEmpty();
            assertThat(temporaryDirectories()).isEmpty();
        }
    }

    private Stream<Path> temporaryDirectories() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("journey-")).toList().stream();
        }
    }

    @Test
    void aTakenPortIsToldInOneLineThatSaysWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            for (String option : new String[] {"--port", "--broker-port", "--registry-port"}) {
                Ran ran = Ran.command("demo", option, port);

                assertThat(ran.exitCode()).isEqualTo(1);
                assertThat(ran.err().lines())
                        .singleElement()
                        .asString()
                        .endsWith("address 127.0.0.1:" + port
                                + " is taken: stop what listens there or choose another port");
            }
        }
    }
}
