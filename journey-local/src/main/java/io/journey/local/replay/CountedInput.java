package io.journey.local.replay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.LongAdder;

/** Tells how many bytes have been read through it. */
final class CountedInput extends FilterInputStream {

    private final LongAdder count;

    CountedInput(InputStream bytes, LongAdder count) {
        super(bytes);
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count.add(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count.add(Math.max(0, read));
        return read;
    }
}
