package io.journey.local.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** A user and a password, as HTTP's basic authentication sends them. */
public record BasicCredentials(String user, String password) {

    boolean match(String authorization) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair);
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), authorization.getBytes(StandardCharsets.UTF_8));
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "BasicCredentials[user=" + user + "]";
    }
}
