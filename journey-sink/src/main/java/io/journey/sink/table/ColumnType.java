package io.journey.sink.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * What a column holds, in the few kinds that the published schemas use.
 *
 * <p>Each kind has one Java form, so that a dialect needs no look at Avro.
 */
public enum ColumnType {
    /** {@link String}. */
    TEXT("TEXT"),
    /** {@link Integer}. */
    INTEGER("INTEGER"),
    /** {@link Long}. */
    BIGINT("BIGINT"),
    /** {@link Boolean}. */
    BOOLEAN("BOOLEAN"),
    /** {@link Instant}, with the milliseconds that Avro carries. */
    INSTANT("TIMESTAMP WITH TIME ZONE"),
    /** {@link BigDecimal} of scale {@value #AMOUNT_SCALE}. */
    AMOUNT("DECIMAL(38, 9)");

    /** Decimal places of every amount that travels. */
    public static final int AMOUNT_SCALE = 9;

    private final String sqlName;

    ColumnType(String sqlName) {
        this.sqlName = sqlName;
    }

    /** Type that the migrations of every database declare for it. */
    public String sqlName() {
        return sqlName;
    }

    static ColumnType of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.TimestampMillis) {
            return INSTANT;
        }
        if (logical instanceof LogicalTypes.Decimal decimal && decimal.getScale() == AMOUNT_SCALE) {
            return AMOUNT;
        }
        if (logical != null) {
            throw new IllegalArgumentException("no column type for the logical type " + logical.getName());
        }
        return switch (schema.getType()) {
            case STRING -> TEXT;
            case INT -> INTEGER;
            case LONG -> BIGINT;
            case BOOLEAN -> BOOLEAN;
            default -> throw new IllegalArgumentException("no column type for the Avro type " + schema.getType());
        };
    }

    /** A field's value in this kind's Java form; readers without logical types hand over Avro's raw forms. */
    Object read(Object value) {
        return switch (this) {
            // PostgreSQL stores no U+0000; replacing it here keeps keys the same in every database.
            case TEXT -> value.toString().replace('\0', '\uFFFD');
            case INSTANT -> value instanceof Long millis ? Instant.ofEpochMilli(millis) : value;
            case AMOUNT -> value instanceof ByteBuffer unscaled ? amount(unscaled) : value;
            case INTEGER, BIGINT, BOOLEAN -> value;
        };
    }

    private static BigDecimal amount(ByteBuffer unscaled) {
        byte[] bytes = new byte[unscaled.remaining()];
        unscaled.duplicate().get(bytes);
        return new BigDecimal(new BigInteger(bytes), AMOUNT_SCALE);
    }
}
