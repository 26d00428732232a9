package io.journey.local.registry;

import io.journey.service.access.Credential;

/** A user and a password, as HTTP's basic authentication sends them. */
public record BasicCredentials(String user, String password) {

    boolean match(String authorization) {
        return Credential.basic(user, password).isShownBy(authorization);
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "BasicCredentials[user=" + user + "]";
    }
}
