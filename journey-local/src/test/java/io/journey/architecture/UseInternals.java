package io.journey.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/**
 * Finds whoever depends on internals of the JDK or of Kafka and is not named here.
 *
 * <p>A class gets a line in {@link #NAMED} only with its decision record beside it.
 */
final class UseInternals extends ArchCondition<JavaClass> {

    private static final String STREAMS = "org.apache.kafka.streams.";

    private static final Map<String, Set<String>> NAMED = Map.of(
            // The hash that producers place keys by; no public name leads to it.
            "io.journey.streams.ladder.Homes",
            Set.of("org.apache.kafka.common.utils.Utils"),
            // Sums are held until commit: docs/decisions/0003.
            "io.journey.streams.store.Gathered",
            Set.of(
                    STREAMS + "processor.internals.InternalProcessorContext",
                    STREAMS + "processor.internals.ProcessorNode",
                    STREAMS + "state.internals.CachedStateStore",
                    STREAMS + "state.internals.CacheFlushListener"));

    UseInternals() {
        super("use internals");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            boolean internal =
                    Forbidden.INTERNALS.test(dependency.getTargetClass().getBaseComponentType());
            boolean used = internal && !named(dependency);
            events.add(new SimpleConditionEvent(type, used, dependency.getDescription()));
        }
    }

    private static boolean named(Dependency dependency) {
        return NAMED.getOrDefault(dependency.getOriginClass().getName(), Set.of())
                .contains(dependency.getTargetClass().getBaseComponentType().getName());
    }
}
