package io.journey.streams.codec;

import org.jspecify.annotations.Nullable;

/** How the texts of a touch are written. */
interface Texts {

    /** Each in full, wherever it stands. */
    Texts IN_FULL = new Texts() {

        @Override
        public void write(ByteWriter writer, String text) {
            writer.text(text);
        }

        @Override
        public void writeOptional(ByteWriter writer, @Nullable String text) {
            writer.optionalText(text);
        }

        @Override
        public String read(ByteReader reader) {
            return reader.text();
        }

        @Override
        public @Nullable String readOptional(ByteReader reader) {
            return reader.optionalText();
        }
    };

    void write(ByteWriter writer, String text);

    /** A text that may be absent. */
    void writeOptional(ByteWriter writer, @Nullable String text);

    String read(ByteReader reader);

    @Nullable String readOptional(ByteReader reader);
}
