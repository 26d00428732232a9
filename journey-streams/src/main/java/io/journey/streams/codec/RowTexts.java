package io.journey.streams.codec;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the touches of a customer's row name, each once. A touch names them by number, because the touches of one
 * customer resemble each other. Only grows, so that bytes of touches stay as they are.
 */
final class RowTexts implements Texts {

    private final Packed texts;

    RowTexts() {
        this(new Packed());
    }

    RowTexts(Packed texts) {
        this.texts = texts;
    }

    void write(ByteWriter writer) {
        texts.write(writer);
    }

    /** Bytes in the row. */
    int bytes() {
        return texts.bytes();
    }

    private int number(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < texts.size(); i++) {
            if (texts.is(i, utf8)) {
                return i;
            }
        }
        texts.insert(texts.size(), utf8, utf8.length);
        return texts.size() - 1;
    }

    @Override
    public void write(ByteWriter writer, String text) {
        writer.unsigned(number(text));
    }

    @Override
    public void writeOptional(ByteWriter writer, @Nullable String text) {
        writer.unsigned(text == null ? 0 : number(text) + 1L);
    }

    @Override
    public String read(ByteReader reader) {
        return texts.text(reader.count());
    }

    @Override
    public @Nullable String readOptional(ByteReader reader) {
        int number = reader.count();
        return number == 0 ? null : texts.text(number - 1);
    }
}
