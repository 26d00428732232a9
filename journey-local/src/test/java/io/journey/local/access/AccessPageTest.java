package io.journey.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.local.PrintedPage;
import io.journey.local.Ran;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AccessPageTest {

    @Test
    void thePageOfRightsIsWhatTheCatalogueGives() throws IOException {
        PrintedPage.named("acls.md").mustBe(AccessPage.markdown());
    }

    @Test
    void theLinesNamePrincipalsTopicsAndBrokersAsAsked() {
        Ran ran = Ran.command(
                "topics",
                "acls",
                "--bootstrap-servers",
                "broker:9092",
                "--topic-prefix",
                "acme",
                "--principal",
                "sink=User:CN=sink,O=acme");

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("kafka-acls.sh --bootstrap-server broker:9092 --command-config admin.properties --add"
                        + " --allow-principal User:producers --operation Write --topic acme.touchpoints.v1\n")
                .contains("--allow-principal 'User:CN=sink,O=acme' --operation Read --group acme-sink\n")
                .contains("--operation Write --resource-pattern-type prefixed --transactional-id journey-\n");
    }
}
