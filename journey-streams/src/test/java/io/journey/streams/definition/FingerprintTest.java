package io.journey.streams.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    private static final String FINGERPRINT = fingerprint(Definitions.CORRECT);

    /** Computed once and written down: another process, another day and another machine must come to the same. */
    @Test
    void isTheSameEverywhere() {
        assertThat(FINGERPRINT).isEqualTo("05654a5a7c0bf642641945d5ab5777303676956129002b12696057c28aefbb13");
    }

    @Test
    void doesNotSeeCommentsOrBlankLines() {
        assertThat(fingerprint(Definitions.CORRECT.replace("\n", " # why\n\n"))).isEqualTo(FINGERPRINT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "  - id: visit\\n    lapseAfter: P30D | - lapseAfter: P30D\\n    id: visit",
                "journey: shop\\nversion: 3 | version: 3\\njourney: shop",
                "journey: shop | 'journey': \"shop\"",
                "touchpoint: ordered, value: {gt: 0} | value: {gt: 0}, touchpoint: ordered",
                "touchpoint: ordered | touchpoint: [ordered]",
                "touchpoint: ordered | touchpoint: {in: [ordered]}",
                "touchpoint: ordered | touchpoint: {in: [ordered, ordered]}",
                "value: {gt: 0} | value: {gt: 0.00}",
                "gte: 14, lt: 26 | lt: 2.6e1, gte: 14",
                "[gold, silver] | [silver, gold]",
                "lookback: P7D | lookback: P1W",
                "lookback: P7D | lookback: PT168H",
                "sticky: true | sticky: [visit, basket, lost]",
                "[unknown, 0] | ['0', unknown]",
                "    customer: [unknown, 0] | customer: [unknown, 0]\\n    email: []",
                "[age, plan] | [plan, age]",
                "[persona, entryChannel] | [entryChannel, persona]",
                "  - []\\n  - [persona, entryChannel] | - [persona, entryChannel]\\n  - []",
                "[hour, quarter] | [quarter, hour]",
                "    to: [visit, basket] | to: [basket]\\n  - from: [order]\\n    to: [visit]",
                "id: order | id: order\\n    exit: false",
                "sticky: [visit] | sticky: [visit]\\n    exit: false"
            })
    void doesNotSeeHowTheSameIsWritten(String written, String otherwise) {
        assertThat(changed(written, otherwise)).isEqualTo(FINGERPRINT);
    }

    @Test
    void doesNotSeeWhetherADefaultIsWritten() {
        String withDefaults = Definitions.CORRECT
                .replace("lookback: P7D", "lookback: P30D")
                .replace("[hour, quarter]", "[day]")
                .replace("  - [persona, entryChannel]\n", "");
        String without = withDefaults
                .replace("  lookback: P30D\n", "")
                .replace("windows: [day]\n", "")
                .replace("segments:\n  - []\n", "");

        assertThat(without).hasSizeLessThan(withDefaults.length() - 30);
        assertThat(fingerprint(without)).isEqualTo(fingerprint(withDefaults));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "journey: shop | journey: shops",
                "version: 3 | version: 4",
                "Europe/Berlin | Europe/Paris",
                "[customer, email, cookie] | [customer, cookie, email]",
                "[customer, email, cookie] | [customer, email]",
                "[unknown, 0] | [unknown]",
                "[unknown, 0] | [unknown, 00]",
                "    customer: [unknown, 0] | email: [unknown, 0]",
                "lookback: P7D | lookback: P8D",
                "id: lost\\n    exit: true | id: lost",
                "lapseAfter: P30D | lapseAfter: P31D",
                "    lapseAfter: P30D\\n | # gone\\n",
                "dwell: PT1H | dwell: PT2H",
                "sticky: [visit] | sticky: [order]",
                "sticky: true | sticky: false",
                "initialStage: visit | initialStage: basket",
                "  stage: order\\n  window | stage: basket\\n  window",
                "window: P30D | window: P31D",
                "from: [order] | from: [basket]",
                "to: [visit, basket] | to: [visit]",
                "stage: order\\n    when | stage: basket\\n    when",
                "touchpoint: ordered | touchpoint: paid",
                "touchpoint: ordered | channel: ordered",
                "touchpoint: ordered | attributes.touchpoint: ordered",
                "touchpoint: ordered | touchpoint: {prefix: ordered}",
                "value: {gt: 0} | value: {gte: 0}",
                "value: {gt: 0} | value: {gt: 1}",
                "attributes.sku: {exists: true} | attributes.sku: {exists: false}",
                "attributes.sku: {exists: true} | attributes.size: {exists: true}",
                "[web, app] | [web, app, store]",
                "[web, app] | ['web app']",
                "[web, app] | ['web\" \"app']",
                "[gold, silver] | [8, silver]",
                "count: 2 | count: 3",
                "within: PT30M | within: PT31M",
                "    count: 2\\n    within: PT30M\\n | # gone\\n",
                "[age, plan] | [age, plan, town]",
                "id: young | id: youth",
                "gte: 14, lt: 26 | gte: 14",
                "  - [persona, entryChannel] | - [persona]\\n  - [entryChannel]",
                "  - []\\n | # gone\\n",
                "[hour, quarter] | [hour]"
            })
    void seesEveryChangeOfMeaning(String written, String otherwise) {
        assertThat(changed(written, otherwise)).isNotEqualTo(FINGERPRINT);
    }

    @Test
    void seesTheOrderOfRulesAndPersonas() {
        String young = "  - id: young\n    when: {age: {gte: 14, lt: 26}}\n";
        String paying = "  - id: paying\n    when: {plan: [gold, silver]}\n";
        assertThat(changed(young + paying, paying + young)).isNotEqualTo(FINGERPRINT);

        String order = "  - stage: order\n    when: {touchpoint: ordered, value: {gt: 0}}\n";
        String visit = "  - stage: visit\n    when: {source: {prefix: tracker}}\n";
        String rest = Definitions.CORRECT.substring(
                Definitions.CORRECT.indexOf(order) + order.length(), Definitions.CORRECT.indexOf(visit));
        assertThat(changed(order + rest + visit, visit + rest + order)).isNotEqualTo(FINGERPRINT);
    }

    @ParameterizedTest
    @CsvSource({"UTC, Etc/UTC", "UTC, Z", "UTC, +00:00"})
    void zonesThatAreAlwaysTheSameAreOne(String zone, String other) {
        assertThat(changed("Europe/Berlin", zone)).isEqualTo(changed("Europe/Berlin", other));
    }

    /** The table loses the indentation that a piece begins with, of both pieces alike. */
    private static String changed(String written, String otherwise) {
        String from = written.replace("\\n", "\n");
        String to = otherwise.replace("\\n", "\n");
        assertThat(Definitions.CORRECT).contains(from);
        return fingerprint(Definitions.CORRECT.replace(from, to));
    }

    private static String fingerprint(String text) {
        return Definitions.definition(text).fingerprint();
    }
}
