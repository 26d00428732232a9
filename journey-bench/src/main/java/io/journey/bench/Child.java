package io.journey.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM, watched through its output. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private Child(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(Class<?> main, List<String> options, List<String> arguments) throws IOException {
        return start(System.getProperty("java.class.path"), main.getName(), options, arguments);
    }

    static Child start(String classPath, String main, List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(arguments);
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    long pid() {
        return process.pid();
    }

    /**
     * Waits for a line.
     *
     * @return what follows the prefix
     * @throws IllegalStateException if the process ends without it
     */
    String await(String prefix) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(prefix)) {
                passOn();
                return line.substring(prefix.length());
            }
            System.err.println(line);
        }
        throw new IllegalStateException("a process ended before it said \"" + prefix + "\"; what it said is above");
    }

    /** A process that nobody reads from stops at its next line as soon as the pipe is full. */
    private void passOn() {
        Thread reader = new Thread(() -> output.lines().forEach(System.err::println), "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** Lets the process end by itself: its standard input ends. */
    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit().join();
    }
}
