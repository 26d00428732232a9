package io.journey.sink.service;

import io.journey.service.ServiceCommand;

/** Runs the sink as this process. */
public final class SinkMain {

    private SinkMain() {}

    public static void main(String[] arguments) {
        ServiceCommand.run(SinkService::new, arguments);
    }
}
