package io.journey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.journey.architecture.canary.core.OpensAFile;
import io.journey.architecture.canary.core.ReadsTheClock;
import io.journey.architecture.canary.core.RollsDice;
import io.journey.architecture.canary.core.StartsAThread;
import io.journey.architecture.canary.core.UsesALibrary;
import io.journey.architecture.canary.events.KnowsStreams;
import io.journey.architecture.canary.local.chicken.Chicken;
import io.journey.architecture.canary.local.egg.Egg;
import io.journey.architecture.canary.service.KnowsAModule;
import io.journey.architecture.canary.sink.KnowsTheCore;
import io.journey.architecture.canary.sink.LogsItsOwnWay;
import io.journey.architecture.canary.sink.PrintsToTheConsole;
import io.journey.architecture.canary.streams.KnowsTheSink;
import io.journey.architecture.canary.streams.UsesKafkaInternals;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallTest {

    private static final String HOUSE = "io.journey";
    private static final String CANARIES = "io.journey.architecture.canary";

    private static final Map<Wall, Set<Class<?>>> BROKEN_BY = Map.ofEntries(
            Map.entry(Wall.CORE_KNOWS_ONLY_THE_JDK, Set.of(UsesALibrary.class)),
            Map.entry(Wall.CORE_HAS_NO_CLOCK, Set.of(ReadsTheClock.class)),
            Map.entry(Wall.CORE_DOES_NO_IO, Set.of(OpensAFile.class)),
            Map.entry(Wall.CORE_ROLLS_NO_DICE, Set.of(RollsDice.class)),
            Map.entry(Wall.CORE_STARTS_NO_THREADS, Set.of(StartsAThread.class)),
            Map.entry(Wall.EVENTS_KNOWS_NO_OTHER_MODULE, Set.of(KnowsStreams.class)),
            Map.entry(Wall.SERVICE_KNOWS_NO_OTHER_MODULE, Set.of(KnowsAModule.class)),
            Map.entry(Wall.STREAMS_KNOWS_NO_READER, Set.of(KnowsTheSink.class)),
            Map.entry(Wall.SINK_KNOWS_ONLY_EVENTS, Set.of(KnowsTheCore.class)),
            Map.entry(Wall.PACKAGES_ARE_FREE_OF_CYCLES, Set.of(Chicken.class, Egg.class)),
            Map.entry(Wall.LOGS_GO_THROUGH_SLF4J, Set.of(LogsItsOwnWay.class)),
            Map.entry(Wall.ONLY_THE_COMMAND_WRITES_TO_THE_CONSOLE, Set.of(PrintsToTheConsole.class)),
            Map.entry(Wall.INTERNALS_STAY_INSIDE, Set.of(UsesKafkaInternals.class)));

    private static final JavaClasses HOUSE_CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // Another module's tests, as they lie on the class path once they are packaged.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(HOUSE);

    private static final JavaClasses CANARY_CLASSES = new ClassFileImporter().importPackages(CANARIES);

    @ParameterizedTest
    @EnumSource
    void stands(Wall wall) {
        wall.under(HOUSE).check(HOUSE_CLASSES);
    }

    @ParameterizedTest
    @EnumSource
    void bitesOnItsCanariesAndOnNoOther(Wall wall) {
        List<String> found =
                wall.under(CANARIES).evaluate(CANARY_CLASSES).getFailureReport().getDetails();

        Set<Class<?>> canaries =
                BROKEN_BY.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<Class<?>> caught = canaries.stream()
                .filter(canary -> found.stream().anyMatch(line -> line.contains(canary.getName())))
                .collect(Collectors.toSet());
        assertThat(caught).isEqualTo(BROKEN_BY.get(wall));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "events", "service", "streams", "sink", "local"})
    void seesEveryModule(String module) {
        assertThat(HOUSE_CLASSES.stream().map(JavaClass::getPackageName))
                .anyMatch(name -> name.startsWith(HOUSE + "." + module));
    }

    @Test
    void doesNotTakeTheCanariesForTheHouse() {
        assertThat(HOUSE_CLASSES.stream().map(JavaClass::getPackageName)).noneMatch(name -> name.startsWith(CANARIES));
    }
}
