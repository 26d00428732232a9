package io.journey.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What holds the modules apart.
 *
 * <p>Every wall is built under a root package, so that the same rule guards {@code io.journey} and is shown to bite on
 * the canaries, a small house in which every wall is broken once.
 */
enum Wall {
    CORE_KNOWS_ONLY_THE_JDK(
            "what the core needs beyond the JDK belongs to another module",
            root -> classes()
                    .that(resideInAPackage(root + ".core.."))
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(root + ".core..", "java..", "org.jspecify.."))),

    CORE_HAS_NO_CLOCK(
            "the same events give the same journeys whenever they are read",
            root -> noClasses()
                    .that(resideInAPackage(root + ".core.."))
                    .should()
                    .callMethodWhere(Forbidden.CLOCK_READING)
                    .orShould()
                    .dependOnClassesThat(Forbidden.CLOCKS)),

    CORE_DOES_NO_IO(
            "the core takes values and gives values",
            root -> noClasses()
                    .that(resideInAPackage(root + ".core.."))
                    .should()
                    .dependOnClassesThat(Forbidden.INPUT_AND_OUTPUT)),

    CORE_ROLLS_NO_DICE(
            "the same events give the same journeys wherever they are read",
            root -> noClasses()
                    .that(resideInAPackage(root + ".core.."))
                    .should()
                    .callMethodWhere(Forbidden.CHANCE)
                    .orShould()
                    .dependOnClassesThat(Forbidden.DICE)),

    CORE_STARTS_NO_THREADS(
            "whoever calls the core decides on threads",
            root -> noClasses()
                    .that(resideInAPackage(root + ".core.."))
                    .should()
                    .dependOnClassesThat(Forbidden.THREADS)),

    EVENTS_KNOWS_NO_OTHER_MODULE(
            "what travels is the contract of all others",
            root -> apart(root, "events", "core", "service", "streams", "sink", "local", "bench")),

    SERVICE_KNOWS_NO_OTHER_MODULE(
            "how a service starts has nothing to do with what it does",
            root -> apart(root, "service", "core", "events", "streams", "sink", "local", "bench")),

    STREAMS_KNOWS_NO_READER(
            "topics are all that a reader gets", root -> apart(root, "streams", "sink", "local", "bench")),

    SINK_KNOWS_ONLY_EVENTS(
            "the sink reads topics as any outsider would",
            root -> apart(root, "sink", "core", "streams", "local", "bench")),

    PACKAGES_ARE_FREE_OF_CYCLES(
            "each package can be read after those it uses",
            root -> slices().assignedFrom(new PackageSlices(root)).should().beFreeOfCycles()),

    LOGS_GO_THROUGH_SLF4J(
            "one way to log",
            root -> noClasses()
                    .that(resideInAPackage(root + ".."))
                    .should()
                    .dependOnClassesThat(resideInAPackage("java.util.logging.."))),

    ONLY_THE_COMMAND_WRITES_TO_THE_CONSOLE(
            "a library that prints cannot be silenced",
            root -> noClasses()
                    .that(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".local.."))))
                    .should()
                    .accessFieldWhere(Forbidden.CONSOLE)
                    .orShould()
                    .callMethodWhere(Forbidden.STACK_TRACE_PRINTING)),

    INTERNALS_STAY_INSIDE(
            "what is not public API may change with any release; UseInternals names who uses what, and why",
            root -> noClasses()
                    .that(resideInAPackage(root + "..").and(not(resideInAPackage(root + ".local.broker.."))))
                    .should(new UseInternals()));

    private final String reason;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final Function<String, ArchRule> rule;

    Wall(String reason, Function<String, ArchRule> rule) {
        this.reason = reason;
        this.rule = rule;
    }

    /** The wall of the house whose packages begin with the root. */
    ArchRule under(String root) {
        return rule.apply(root).because(reason);
    }

    private static ArchRule apart(String root, String module, String... others) {
        return noClasses()
                .that(resideInAPackage(root + "." + module + ".."))
                .should()
                .dependOnClassesThat(anyOf(root, others));
    }

    private static DescribedPredicate<JavaClass> anyOf(String root, String... modules) {
        return resideInAnyPackage(
                Stream.of(modules).map(module -> root + "." + module + "..").toArray(String[]::new));
    }
}
