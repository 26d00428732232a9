package io.journey.core.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Tells whether two definitions compute the same, whoever wrote them and however they are laid out.
 *
 * <p>SHA-256 of the {@link CanonicalForm}, so it is the same in every process, on every machine.
 */
public final class Fingerprint {

    private Fingerprint() {}

    /** @return 64 hexadecimal digits; the definition's own fingerprint has no part in it */
    public static String of(Definition definition) {
        byte[] canonical = CanonicalForm.of(definition).getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of().formatHex(sha256().digest(canonical));
    }

    /** @return the definition with its fingerprint */
    public static Definition stamp(Definition definition) {
        return new Definition(
                definition.journey(),
                definition.version(),
                definition.zone(),
                definition.identity(),
                definition.stages(),
                definition.initialStage(),
                definition.conversion(),
                definition.restarts(),
                definition.rules(),
                definition.profileAttributes(),
                definition.personas(),
                definition.segments(),
                definition.windows(),
                of(definition));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException("this Java runtime has no SHA-256, which every one must have", broken);
        }
    }
}
