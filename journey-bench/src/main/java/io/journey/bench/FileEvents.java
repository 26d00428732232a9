package io.journey.bench;

import io.journey.events.json.ParsedTouchpoint;
import io.journey.events.json.TouchpointJson;
import io.journey.events.v1.Touchpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Real events, several times over.
 *
 * <p>More events than the file has are made by following each with copies of other customers, so that the order in event
 * time and the shape of every history stay as they are.
 *
 * @param anonymous percentage of events that know their customer by a cookie only; the cookie is claimed by the
 *     customer's first event
 */
record FileEvents(List<Touchpoint> events, int copies, int anonymous) implements EventSource {

    /**
     * @param file lines of JSON, compressed by gzip; it may tell one customer after another
     * @return its events in order of time over all customers, as they would have come
     */
    static List<Touchpoint> read(Path file) throws IOException {
        List<Touchpoint> events = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (TouchpointJson.parse(line) instanceof ParsedTouchpoint.Event event) {
                    events.add(event.touchpoint());
                }
            }
        }
        events.sort(Comparator.comparing(Touchpoint::getOccurredAt));
        return events;
    }

    @Override
    public long size() {
        return (long) events.size() * copies;
    }

    @Override
    public void forEach(Consumer<Touchpoint> receiver) {
        Set<String> met = new HashSet<>();
        for (Touchpoint event : events) {
            String customer = event.getIdentities().values().iterator().next();
            for (int copy = 0; copy < copies; copy++) {
                String suffix = copy == 0 ? "" : "~" + copy;
                String id = event.getEventId() + suffix;
                receiver.accept(Touchpoint.newBuilder(event)
                        .setEventId(id)
                        .setIdentities(known(id, customer + suffix, met).identities(customer + suffix))
                        .build());
            }
        }
    }

    private Known known(String eventId, String customer, Set<String> met) {
        if (anonymous == 0) {
            return Known.BY_NAME;
        }
        if (met.add(customer)) {
            return Known.BY_BOTH;
        }
        return Math.floorMod(eventId.hashCode(), 100) < anonymous ? Known.BY_COOKIE : Known.BY_NAME;
    }
}
