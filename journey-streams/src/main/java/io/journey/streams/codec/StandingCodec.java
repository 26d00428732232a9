package io.journey.streams.codec;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.OpenJourney;
import io.journey.core.journey.Snapshot;
import io.journey.core.journey.Standing;
import io.journey.core.journey.Visit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of a customer between touches, and before each journey's start. Instants are differences. */
public final class StandingCodec {

    private static final int LAPSED = 1;
    private static final int CLAIMED = 2;
    private static final int ERASED = 4;

    private StandingCodec() {}

    static void write(ByteWriter writer, Standing standing) {
        int marks = (standing.lapsed() ? LAPSED : 0)
                | (standing.claimed() ? CLAIMED : 0)
                | (standing.erased() ? ERASED : 0);
        write(writer.octet(marks).number(standing.scheduled()), standing.snapshot());
    }

    static Standing standing(ByteReader reader) {
        int marks = reader.octet();
        long scheduled = reader.number();
        return new Standing(
                snapshot(reader), (marks & LAPSED) != 0, scheduled, (marks & CLAIMED) != 0, (marks & ERASED) != 0);
    }

    public static byte[] snapshot(Snapshot snapshot) {
        return write(Layout.writer(64), snapshot).toBytes();
    }

    public static Snapshot snapshot(byte[] bytes) {
        return snapshot(Layout.reader(bytes, "journey boundary"));
    }

    private static ByteWriter write(ByteWriter writer, Snapshot snapshot) {
        EventPosition last = snapshot.last();
        writer.octet(last == null ? 0 : 1);
        if (last != null) {
            PositionCodec.whole(writer, last);
        }
        writer.unsigned(snapshot.profile().length);
        for (String value : snapshot.profile()) {
            writer.optionalText(value);
        }
        writer.unsigned(snapshot.recent().length);
        for (long[] instants : snapshot.recent()) {
            writer.unsigned(instants.length);
            long before = 0;
            for (long instant : instants) {
                writer.number(instant - before);
                before = instant;
            }
        }
        writer.unsigned(snapshot.journeys());
        OpenJourney open = snapshot.open();
        writer.octet(open == null ? 0 : 1);
        return open == null ? writer : write(writer, open);
    }

    private static Snapshot snapshot(ByteReader reader) {
        EventPosition last = reader.octet() == 0 ? null : PositionCodec.whole(reader);
        @Nullable String[] profile = new String[reader.count()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = reader.optionalText();
        }
        long[][] recent = new long[reader.count()][];
        for (int i = 0; i < recent.length; i++) {
            recent[i] = new long[reader.count()];
            long before = 0;
            for (int j = 0; j < recent[i].length; j++) {
                before += reader.number();
                recent[i][j] = before;
            }
        }
        int journeys = reader.count();
        return new Snapshot(last, profile, recent, journeys, reader.octet() == 0 ? null : open(reader));
    }

    private static ByteWriter write(ByteWriter writer, OpenJourney open) {
        writer.unsigned(open.number())
                .number(open.start())
                .text(open.entryChannel())
                .unsigned(open.firstStage())
                .unsigned(open.visited())
                .unsigned(open.transitions())
                .unsigned(open.touches())
                .decimal(open.value())
                .number(open.lastAt() - open.start())
                .unsigned(open.visits().size());
        for (Visit visit : open.visits()) {
            long[] conversions = visit.storedConversions();
            writer.unsigned(visit.index())
                    .unsigned(visit.stage())
                    .number(visit.begin() - open.start())
                    .unsigned(conversions.length);
            for (long conversion : conversions) {
                writer.number(conversion);
            }
        }
        return writer;
    }

    private static OpenJourney open(ByteReader reader) {
        int number = reader.count();
        long start = reader.number();
        String entryChannel = reader.text();
        int firstStage = reader.count();
        long visited = reader.unsigned();
        int transitions = reader.count();
        int touches = reader.count();
        var value = reader.decimal();
        long lastAt = start + reader.number();
        int size = reader.count();
        List<Visit> visits = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            visits.add(visit(reader, start));
        }
        return new OpenJourney(
                number, start, entryChannel, firstStage, visited, transitions, touches, value, lastAt, visits);
    }

    private static Visit visit(ByteReader reader, long start) {
        int index = reader.count();
        int stage = reader.count();
        long begin = start + reader.number();
        long[] conversions = new long[reader.count()];
        for (int i = 0; i < conversions.length; i++) {
            conversions[i] = reader.number();
        }
        return Visit.stored(index, stage, begin, conversions);
    }
}
