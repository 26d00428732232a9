package io.journey.local.registry;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Small Avro schemas that differ in ways the protocol cares about. */
final class Schemas {

    static final String STRING = "\"string\"";
    static final String BORROWED =
            "{\"type\":\"record\",\"name\":\"Sub\",\"namespace\":\"other\",\"fields\":[{\"name\":\"f\",\"type\":\"string\"}]}";
    static final String BORROWER = "{\"type\":\"record\",\"name\":\"My\",\"namespace\":\"ns\",\"fields\":"
            + "[{\"name\":\"sub\",\"type\":\"other.Sub\"}]}";

    private Schemas() {}

    /** A record of string fields; a field that ends in {@code ?} has a default. */
    static String record(String... fields) {
        return "{\"type\":\"record\",\"name\":\"myrecord\",\"fields\":["
                + Arrays.stream(fields).map(Schemas::field).collect(Collectors.joining(",")) + "]}";
    }

    private static String field(String name) {
        return name.endsWith("?")
                ? "{\"name\":\"" + name.substring(0, name.length() - 1) + "\",\"type\":\"string\",\"default\":\"d\"}"
                : "{\"name\":\"" + name + "\",\"type\":\"string\"}";
    }

    /** A request body whose schema borrows a type. */
    static String borrowing(String schema, String name, String subject, int version) {
        var body = RegistryClient.object().put("schema", schema);
        body.putArray("references")
                .addObject()
                .put("name", name)
                .put("subject", subject)
                .put("version", version);
        return body.toString();
    }

    /** A request body of an import, which brings its own version and id. */
    static String imported(String schema, int version, int id) {
        return RegistryClient.object()
                .put("schema", schema)
                .put("version", version)
                .put("id", id)
                .toString();
    }
}
