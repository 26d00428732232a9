package io.journey.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A key with a certificate that it signed itself, valid for this machine's loopback address.
 *
 * @param folder where its files are
 * @param name of whom it is
 */
public record Certificate(Path folder, String name) {

    /** Of every file. */
    public static final String PASSWORD = "changeit";

    private static final String TYPE = "PKCS12";

    /** Makes one with the JDK's own tool. */
    public static Certificate of(String name, Path folder) throws Exception {
        Files.createDirectories(folder);
        Certificate made = new Certificate(folder, name);
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "RSA",
                        "-storetype",
                        TYPE,
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=ip:127.0.0.1,dns:localhost",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        made.keystore().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(exit).isZero();
        made.writeFiles();
        return made;
    }

    /** Key and certificate. */
    public Path keystore() {
        return folder.resolve(name + ".p12");
    }

    /** The certificate, for those who are to trust it. */
    public Path truststore() {
        return folder.resolve(name + "-trusted.p12");
    }

    /** The certificate as PEM. */
    public Path pem() {
        return folder.resolve(name + ".crt");
    }

    /** The key as PEM. */
    public Path key() {
        return folder.resolve(name + ".key");
    }

    private void writeFiles() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        try (InputStream file = Files.newInputStream(keystore())) {
            store.load(file, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance(TYPE);
        trusted.load(null, null);
        trusted.setCertificateEntry(name, store.getCertificate(name));
        try (OutputStream file = Files.newOutputStream(truststore())) {
            trusted.store(file, PASSWORD.toCharArray());
        }
        Files.writeString(pem(), pem("CERTIFICATE", store.getCertificate(name).getEncoded()));
        Files.writeString(
                key(),
                pem("PRIVATE KEY", store.getKey(name, PASSWORD.toCharArray()).getEncoded()));
        // PostgreSQL takes no key that others can read.
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-------"));
    }

    private static String pem(String what, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    }
}
