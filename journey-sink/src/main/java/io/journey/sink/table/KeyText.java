package io.journey.sink.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Keeps key texts within what a database can index.
 *
 * <p>Channels and sources come from events, so anybody can make one of a megabyte. PostgreSQL refuses index entries above a
 * third of a page, and a refused batch would stop every table: such a text becomes its beginning and a digest, which
 * still tells it from all others.
 */
final class KeyText {

    /** Three bytes a character at most, and a digest, stay well below PostgreSQL's 2,704 bytes. */
    private static final int LONGEST = 600;

    private static final int KEPT = 500;

    private KeyText() {}

    static Object bounded(Object keyValue) {
        return keyValue instanceof String text && text.length() > LONGEST ? shortened(text) : keyValue;
    }

    private static String shortened(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            // Half a character at the cut would be another text in every encoding.
            int end = Character.isHighSurrogate(text.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
            return text.substring(0, end) + "…" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
