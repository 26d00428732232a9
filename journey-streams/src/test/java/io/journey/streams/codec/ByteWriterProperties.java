package io.journey.streams.codec;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ByteWriterProperties {

    @Property
    void theSizeOfANumberIsWhatItTakes(@ForAll long number) {
        check(number);
    }

    /** Where a number begins to take one byte more. */
    @Example
    void theSizeIsRightOnBothSidesOfEveryStep() {
        check(0);
        for (int bits = 0; bits < Long.SIZE; bits++) {
            check((1L << bits) - 1);
            check(1L << bits);
        }
        check(-1);
    }

    private static void check(long number) {
        int taken = new ByteWriter(0).unsigned(number).size();
        assertThat(ByteWriter.sizeOfUnsigned(number)).as("of %d", number).isEqualTo(taken);
        assertThat(ByteWriter.unsigned(new byte[taken], 0, number)).isEqualTo(taken);
    }
}
