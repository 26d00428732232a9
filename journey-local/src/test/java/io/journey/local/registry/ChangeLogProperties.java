package io.journey.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.local.registry.catalogue.Change;
import io.journey.local.registry.catalogue.CompatibilityLevel;
import io.journey.local.registry.catalogue.RandomHistory;
import io.journey.local.registry.catalogue.RandomHistory.Action;
import io.journey.local.registry.catalogue.SchemaCatalogue;
import io.journey.local.registry.catalogue.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ChangeLogProperties {

    @Property(tries = 300)
    void aChangeIsReadAsItWasWritten(@ForAll("histories") List<Action> history) {
        for (Change change : performed(history).log()) {
            LogEntry entry = ChangeWriter.write(change);

            assertThat(ChangeReader.read(entry)).isEqualTo(change);
        }
    }

    @Property(tries = 300)
    void theLogRestoresTheCatalogue(@ForAll("histories") List<Action> history) {
        RandomHistory past = performed(history);

        SchemaCatalogue restored = new SchemaCatalogue(CompatibilityLevel.NONE);
        past.log().forEach(restored::apply);

        assertEqual(restored, past);
    }

    @Property(tries = 300)
    void soDoesWhatCompactionLeavesOfIt(@ForAll("histories") List<Action> history) {
        RandomHistory past = performed(history);
        Map<String, LogEntry> newestOfKey = new LinkedHashMap<>();
        for (Change change : past.log()) {
            LogEntry entry = ChangeWriter.write(change);
            newestOfKey.remove(entry.key());
            newestOfKey.put(entry.key(), entry);
        }

        SchemaCatalogue restored = new SchemaCatalogue(CompatibilityLevel.NONE);
        newestOfKey.values().stream()
                .filter(entry -> entry.value() != null)
                .forEach(entry -> restored.apply(ChangeReader.read(entry)));

        assertEqual(restored, past);
    }

    private static RandomHistory performed(List<Action> history) {
        RandomHistory past = new RandomHistory();
        history.forEach(past::perform);
        return past;
    }

    private static void assertEqual(SchemaCatalogue restored, RandomHistory past) {
        assertThat(restored.versions(Visibility.WITH_DELETED)).containsExactlyElementsOf(past.everything());
        assertThat(restored.highestId()).isEqualTo(past.highestId());
    }

    @Provide
    Arbitrary<List<Action>> histories() {
        return RandomHistory.arbitrary();
    }
}
