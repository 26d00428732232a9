package io.journey.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ServiceCommandTest {

    private final List<String> done = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Fails as soon as it runs. */
    private final class Doomed implements Service {

        @Override
        public String name() {
            return "doomed";
        }

        @Override
        public String purpose() {
            return "Fails.";
        }

        @Override
        public ConfigDef settings() {
            return new ConfigDef().define("size", ConfigDef.Type.INT, 1, Importance.LOW, "How large.");
        }

        @Override
        public List<String> faults(Map<String, String> settings) {
            List<String> faults = new ArrayList<>();
            settings().validate(settings).forEach(value -> faults.addAll(value.errorMessages()));
            return faults;
        }

        @Override
        public Running start(Map<String, String> settings) {
            done.add("started with " + settings);
            return new Running() {
                @Override
                public void awaitFailure() {
                    throw new IllegalStateException("the floor is gone", new IllegalStateException("termites"));
                }

                @Override
                public void close() {
                    done.add("closed");
                }
            };
        }
    }

    private int run(String... arguments) {
        CommandLine line = ServiceCommand.of(new Doomed(), Map.of());
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(arguments);
    }

    @Test
    void aServiceThatFailsIsClosedAndSaysWhy() {
        assertThat(run("--set", "size=3")).isEqualTo(1);
        assertThat(done).containsExactly("started with {size=3}", "closed");
        assertThat(err.toString().strip()).isEqualTo("doomed: the floor is gone: termites");
    }

    @Test
    void allFaultsAreToldBeforeAnythingStarts() {
        assertThat(run("--config", "not-there.properties", "--set", "size=large", "--set", "nonsense"))
                .isEqualTo(2);
        assertThat(done).isEmpty();
        assertThat(err.toString()).contains("not-there.properties", "large", "--set nonsense: expected NAME=VALUE");
    }

    @Test
    void theSettingsArePrintedAndNothingStarts() {
        assertThat(run("--print-config", "--set", "size=3")).isZero();
        assertThat(done).isEmpty();
        assertThat(out.toString()).isEqualTo("size=3  # --set\n");
    }
}
