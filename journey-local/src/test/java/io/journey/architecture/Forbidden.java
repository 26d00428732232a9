package io.journey.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.Serializable;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.random.RandomGenerator;

/** What walls keep out, by name. */
final class Forbidden {

    static final DescribedPredicate<JavaMethodCall> CLOCK_READING = describe(
            "read a clock",
            call -> calls(call, "java.time", "now")
                    || calls(call, "java.lang.System", "currentTimeMillis", "nanoTime"));

    static final DescribedPredicate<JavaClass> CLOCKS = assignableTo(Clock.class)
            .or(assignableTo(InstantSource.class))
            .or(equivalentTo(java.util.Date.class))
            .or(assignableTo(java.util.Calendar.class))
            .as("are clocks");

    /** Enums and lambdas are {@link Serializable} without being asked. */
    static final DescribedPredicate<JavaClass> INPUT_AND_OUTPUT = resideInAnyPackage(
                    "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
            .and(not(equivalentTo(Serializable.class)))
            .as("read or write");

    static final DescribedPredicate<JavaMethodCall> CHANCE = describe(
            "draw by chance",
            call -> calls(call, "java.lang.Math", "random") || calls(call, "java.util.UUID", "randomUUID"));

    static final DescribedPredicate<JavaClass> DICE = assignableTo(Random.class)
            .or(assignableTo(RandomGenerator.class))
            .or(assignableTo(SplittableRandom.class))
            .as("draw by chance");

    static final DescribedPredicate<JavaClass> THREADS = assignableTo(Thread.class)
            .or(assignableTo(ThreadLocal.class))
            .or(assignableTo(Timer.class))
            .or(resideInAPackage("java.util.concurrent.."))
            .as("are about threads");

    static final DescribedPredicate<JavaFieldAccess> CONSOLE = describe(
            "use the console",
            access -> access.getTargetOwner().isEquivalentTo(System.class)
                    && Set.of("in", "out", "err").contains(access.getTarget().getName()));

    static final DescribedPredicate<JavaMethodCall> STACK_TRACE_PRINTING = describe(
            "print a stack trace",
            call -> call.getTarget().getName().equals("printStackTrace")
                    && call.getTarget().getRawParameterTypes().isEmpty());

    /** Of the JDK, of Kafka's server and of its clients; {@code Bytes} is part of the signature of state stores. */
    static final DescribedPredicate<JavaClass> INTERNALS = resideInAnyPackage(
                    "sun..",
                    "jdk.internal..",
                    "kafka..",
                    "org.apache.kafka..internals..",
                    "org.apache.kafka.common.utils..",
                    "org.apache.kafka.coordinator..",
                    "org.apache.kafka.image..",
                    "org.apache.kafka.metadata..",
                    "org.apache.kafka.raft..",
                    "org.apache.kafka.server..",
                    "org.apache.kafka.storage..")
            .and(not(nameStartingWith("org.apache.kafka.common.utils.Bytes")))
            .as("are internals");

    private Forbidden() {}

    private static boolean calls(JavaMethodCall call, String owner, String... methods) {
        return call.getTargetOwner().getName().startsWith(owner)
                && Set.of(methods).contains(call.getTarget().getName());
    }
}
