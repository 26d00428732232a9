package io.journey.local.demo;

import io.journey.sink.SinkApplication;
import io.journey.sink.SinkSettings;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The demo's sink: started after the streams, whose address it needs, and closed after them. */
final class DemoSink implements AutoCloseable {

    private @Nullable SinkApplication running;

    void start(SinkSettings settings) {
        SinkApplication sink = new SinkApplication(settings);
        running = sink;
        sink.start();
    }

    URI pageUri() {
        return Objects.requireNonNull(running, "not started").pageUri();
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }
}
