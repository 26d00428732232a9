package io.journey.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.json.ParsedTouchpoint.Event;
import io.journey.events.json.ParsedTouchpoint.Fault;
import io.journey.events.reject.RejectReason;
import io.journey.events.support.Touchpoints;
import io.journey.events.v1.Touchpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TouchpointJsonTest {

    private static final String REQUIRED =
            "\"eventId\":\"e1\",\"channel\":\"web\",\"touchpoint\":\"page_view\",\"occurredAt\":0,"
                    + "\"identities\":{\"customer\":\"42\"}";

    @Test
    void readsEveryField() {
        Touchpoint event = event("""
                {"eventId":"173688-0","source":"bpic2012","channel":"web","touchpoint":"A_SUBMITTED",
                 "occurredAt":"2011-09-30T22:38:44.546Z","sequence":3,"identities":{"customer":"app-173688"},
                 "sentAt":"2011-10-01T00:38:45+02:00","receivedAt":1317422326001,
                 "value":{"amount":"20000","currency":"EUR"},"survey":{"kind":"CSAT","score":4},
                 "attributes":{"lifecycle":"COMPLETE","amountRequested":20000,"urgent":true}}
                """);

        assertThat(event)
                .isEqualTo(new Touchpoint(
                        "173688-0",
                        "bpic2012",
                        "web",
                        "A_SUBMITTED",
                        Instant.parse("2011-09-30T22:38:44.546Z"),
                        3L,
                        Instant.parse("2011-09-30T22:38:45Z"),
                        Instant.parse("2011-09-30T22:38:46.001Z"),
                        Map.of("customer", "app-173688"),
                        new BigDecimal("20000.000000000"),
                        "EUR",
                        "CSAT",
                        new BigDecimal("4.000000000"),
                        Map.of("lifecycle", "COMPLETE", "amountRequested", "20000", "urgent", "true")));
    }

    @Test
    void whatIsNotRequiredMayBeAbsentOrNull() {
        Touchpoint event = event("{" + REQUIRED + ",\"source\":null,\"value\":null,\"attributes\":{\"a\":null}}");

        assertThat(event.getSource()).isEmpty();
        assertThat(event.getSequence()).isZero();
        assertThat(event.getAmount()).isNull();
        assertThat(event.getSurveyKind()).isNull();
        assertThat(event.getAttributes()).isEmpty();
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(event("{\"x\":{\"y\":[1,{\"z\":2}]},\"later\":5," + REQUIRED + "}"))
                .isEqualTo(event("{" + REQUIRED + "}"));
    }

    @Test
    void writesALineThatReadsAsTheSameEvent() {
        for (Touchpoint event : new Touchpoint[] {Touchpoints.full(), Touchpoints.bare()}) {
            assertThat(event(TouchpointJson.write(event))).isEqualTo(event);
        }
        assertThat(TouchpointJson.write(Touchpoints.bare()))
                .isEqualTo("{\"eventId\":\"e1\",\"channel\":\"email\",\"touchpoint\":\"offer_received\","
                        + "\"occurredAt\":\"1970-01-01T00:00:00Z\",\"identities\":{\"customer\":\"42\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {}                                  | MISSING_FIELD | eventId: absent, expected a text
                    {"eventId":" "}                     | MISSING_FIELD | eventId: blank, expected a text
                    {"eventId":5}                       | INVALID_VALUE | eventId: found "5", expected a text
                    {"channel":["web"]}                 | INVALID_VALUE | channel: found a list, expected a text
                    {"occurredAt":"yesterday"}          | INVALID_VALUE | occurredAt: found "yesterday", expected an ISO-8601 instant
                    {"occurredAt":1.5}                  | INVALID_VALUE | occurredAt: found "1.5"
                    {"occurredAt":99999999999999999999} | INVALID_VALUE | occurredAt: found "99999999999999999999"
                    {"occurredAt":9999999999999999}     | INVALID_VALUE | occurredAt: found "9999999999999999"
                    {"sequence":"1"}                    | INVALID_VALUE | sequence: found "1", expected a whole number
                    {"sequence":99999999999999999999}   | INVALID_VALUE | sequence: found "99999999999999999999", expected a whole number of at most 64 bits
                    {"identities":"42"}                 | INVALID_VALUE | identities: found "42", expected an object
                    {"identities":{"customer":42}}      | INVALID_VALUE | identities.customer: found "42", expected a text
                    {"value":{"amount":"twenty"}}       | INVALID_VALUE | value.amount: found "twenty", expected a decimal number with at most 29 integer digits and 9 decimals
                    {"value":{"amount":"\\u0661\\u0662"}}   | INVALID_VALUE | value.amount: found "\u0661\u0662"
                    {"value":{"amount":0.0000000001}}   | INVALID_VALUE | value.amount: found "0.0000000001"
                    {"value":{"amount":"1e29"}}         | INVALID_VALUE | value.amount: found "1e29"
                    {"value":{"amount":"1e999999999"}}  | INVALID_VALUE | value.amount: found "1e999999999"
                    {"value":{"amount":NaN}}            | NOT_JSON      | expected a JSON object
                    {"value":{"currency":"EUR"}}        | MISSING_FIELD | value.amount: absent
                    {"value":7}                         | INVALID_VALUE | value: found "7", expected an object
                    {"survey":{"kind":"NPS"}}           | MISSING_FIELD | survey.score: absent
                    {"survey":{"score":3}}              | MISSING_FIELD | survey.kind: absent
                    {"attributes":{"a":{}}}             | INVALID_VALUE | attributes.a: found an object, expected a text
                    {"eventId":"\\ud83d"}               | INVALID_TEXT  | eventId: half of a surrogate pair
                    [1]                                 | NOT_JSON      | expected a JSON object
                    nonsense                            | NOT_JSON      | expected a JSON object
                    {"eventId":"e1"                     | NOT_JSON      | expected a JSON object
                    """)
    void eachFaultHasItsReasonAndNamesItsField(String line, RejectReason reason, String detail) {
        Fault fault = fault(line);

        assertThat(fault.reason()).isEqualTo(reason);
        assertThat(fault.detail()).contains(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"identities\":{}}", "{\"identities\":{\"customer\":\"\"}}", "{\"identities\":null}"})
    void anEventOfNobodyHasNoIdentity(String identities) {
        String line = "{" + REQUIRED.replace("\"identities\":{\"customer\":\"42\"}", identities.substring(1));

        assertThat(fault(line).reason()).isEqualTo(RejectReason.NO_IDENTITY);
    }

    @Test
    void oneEventALine() {
        assertThat(fault("{" + REQUIRED + "} {}").detail()).contains("expected one event a line");
    }

    @Test
    void aBlankLineIsEmpty() {
        assertThat(fault("  \t").reason()).isEqualTo(RejectReason.EMPTY);
    }

    @Test
    void theSourceIsKnownEvenWhenTheLineIsFaulty() {
        assertThat(fault("{\"eventId\":5,\"source\":\"shop\"}").source()).isEqualTo("shop");
        assertThat(fault("{\"source\":\"shop\",\"eventId\":").source()).isEqualTo("shop");
        assertThat(fault("{\"eventId\":5}").source()).isEqualTo("unknown");
    }

    @Test
    void invalidUtf8IsFoundAndAGenuineReplacementCharacterIsNot() {
        byte[] good = ("{" + REQUIRED + ",\"attributes\":{\"a\":\"ä\uFFFD\"}}").getBytes(StandardCharsets.UTF_8);
        byte[] bad = good.clone();
        bad[bad.length - 5] = (byte) 0xc0;

        assertThat(TouchpointJson.parse(good)).isInstanceOf(Event.class);
        assertThat(TouchpointJson.parse(bad))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.reason()).isEqualTo(RejectReason.INVALID_TEXT));
    }

    @Test
    void aMegabyteIsReadAndMoreThanTwoAreNot() {
        String megabyte = "{" + REQUIRED + ",\"attributes\":{\"a\":\"" + "x".repeat(1 << 20) + "\"}}";
        String three = "{" + REQUIRED + ",\"attributes\":{\"a\":\"" + "x".repeat(3 << 20) + "\"}}";

        assertThat(event(megabyte).getAttributes().get("a")).hasSize(1 << 20);
        assertThat(fault(three).reason()).isEqualTo(RejectReason.TOO_LARGE);
    }

    @Test
    void longValuesAreShortenedInTheDetail() {
        assertThat(fault("{\"occurredAt\":\"" + "9".repeat(5000) + "\"}").detail())
                .hasSizeLessThan(300)
                .contains("(5000 characters)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpic2012", "completejourney"})
    void readsEveryRealEventAndWritesItBack(String collection) throws IOException {
        Path file = Path.of(System.getProperty("journey.root"), "../shared/data", collection, "touchpoints.jsonl.gz");
        assertThat(file).as("real events, beside the repository").exists();
        int read = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!(TouchpointJson.parse(line) instanceof Event event)
                        || !TouchpointJson.parse(TouchpointJson.write(event.touchpoint()))
                                .equals(event)) {
                    throw new AssertionError(line + " reads as " + TouchpointJson.parse(line));
                }
                read++;
            }
        }
        assertThat(read).isGreaterThan(50_000);
    }

    private static Touchpoint event(String line) {
        ParsedTouchpoint parsed = TouchpointJson.parse(line.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed).isInstanceOf(Event.class);
        return ((Event) parsed).touchpoint();
    }

    private static Fault fault(String line) {
        ParsedTouchpoint parsed = TouchpointJson.parse(line.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed).isInstanceOf(Fault.class);
        return (Fault) parsed;
    }
}
