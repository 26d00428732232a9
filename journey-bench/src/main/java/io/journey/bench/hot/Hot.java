package io.journey.bench.hot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks of this package with JMH's own options and short defaults, and prints a table. */
public final class Hot {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private Hot() {}

    /** Where the results go, then options of JMH. */
    public static void main(String[] arguments) throws IOException, CommandLineOptionException, RunnerException {
        Path output = Path.of(arguments[0]);
        Files.createDirectories(output.toAbsolutePath().getParent());
        String[] given = Arrays.copyOfRange(arguments, 1, arguments.length);
        System.out.println(table(new Runner(options(new CommandLineOptions(given), output)).run()));
    }

    private static Options options(Options given, Path output) {
        TimeValue second = TimeValue.seconds(1);
        OptionsBuilder options = new OptionsBuilder();
        options.parent(given)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(given.getForkCount().orElse(1))
                .warmupIterations(given.getWarmupIterations().orElse(3))
                .warmupTime(given.getWarmupTime().orElse(second))
                .measurementIterations(given.getMeasurementIterations().orElse(5))
                .measurementTime(given.getMeasurementTime().orElse(second))
                .shouldFailOnError(true)
                .addProfiler(GCProfiler.class)
                .resultFormat(ResultFormatType.JSON)
                .result(output.toString());
        if (given.getIncludes().isEmpty()) {
            options.include(Hot.class.getPackageName() + ".");
        }
        return options.build();
    }

    private static String table(Collection<RunResult> results) {
        return results.stream()
                .map(Hot::row)
                .collect(Collectors.joining(
                        "", "| function | of | ns/op | ± | B/op |%n|---|---|---|---|---|%n".formatted(), ""));
    }

    private static String row(RunResult result) {
        BenchmarkParams benchmark = result.getParams();
        String name =
                benchmark.getBenchmark().substring(Hot.class.getPackageName().length() + 1);
        String of = benchmark.getParamsKeys().stream()
                .map(key -> benchmark.getParam(key) + " " + key)
                .collect(Collectors.joining(", "));
        Result<?> time = result.getPrimaryResult();
        Result<?> allocated =
                Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATION), ALLOCATION);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f | %,.0f |%n",
                name,
                of,
                time.getScore(),
                time.getScoreError(),
                allocated.getScore());
    }
}
