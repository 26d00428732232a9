package io.journey.local.service;

import io.journey.local.JourneyProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service as its users start it: a process, found by what it logs, asked over HTTP. */
final class RunningService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern ADDRESS = Pattern.compile("metrics(?: and info)? at (http://\\S+)");

    private final JourneyProcess process;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningService(JourneyProcess process) {
        this.process = process;
    }

    static RunningService start(Class<?> main, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        return new RunningService(JourneyProcess.of(main, folder, environment, arguments));
    }

    /** Where it says how it is. */
    URI address() throws InterruptedException {
        process.await(PATIENCE, said -> ADDRESS.matcher(said.out()).find());
        Matcher found = ADDRESS.matcher(process.out());
        if (!found.find()) {
            throw new AssertionError(process.out());
        }
        return URI.create(found.group(1));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Returns what the page at the path says once it says that. */
    String await(String path, int status, String part) throws InterruptedException {
        StringBuilder body = new StringBuilder();
        process.await(PATIENCE, any -> {
            try {
                HttpResponse<String> answer = get(path);
                body.setLength(0);
                body.append(answer.body());
                return answer.statusCode() == status && answer.body().contains(part);
            } catch (IOException unanswered) {
                return false;
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        });
        return body.toString();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    String log() {
        return process.out() + process.err();
    }

    /** Tells it to end, and returns how it did. */
    int terminate() throws InterruptedException {
        process.terminate();
        return process.exitCode(PATIENCE);
    }

    @Override
    public void close() {
        process.close();
    }
}
