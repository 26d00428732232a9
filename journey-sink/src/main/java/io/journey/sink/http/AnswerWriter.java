package io.journey.sink.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.journey.sink.database.DataVersion;
import io.journey.sink.database.OffsetStore;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns answers into HTTP: status, JSON body, and an ETag that changes when the tables do.
 *
 * <p>The version is read before the rows. Rows that are newer than their ETag cost one more fetch; the other way
 * round a client would keep old rows for good.
 */
final class AnswerWriter {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerWriter.class);

    private final OffsetStore offsets;

    AnswerWriter(OffsetStore offsets) {
        this.offsets = offsets;
    }

    interface Question {
        Answer ask() throws SQLException;
    }

    void write(Context context, Question question) {
        try {
            String tag = tag(offsets.version());
            write(context, tag, question.ask());
        } catch (SQLException failure) {
            // One line: while the database is away every open page asks again and again.
            LOG.atWarn()
                    .addKeyValue("path", context.path())
                    .addKeyValue("reason", failure.getMessage())
                    .log("query failed");
            LOG.debug("query failed", failure);
            context.header("Retry-After", "1");
            error(context, ErrorBody.of(503, "the database does not answer now; ask again"));
        }
    }

    private static void write(Context context, String tag, Answer answer) throws SQLException {
        if (answer instanceof Answer.Faulty faulty) {
            error(context, new ErrorBody(400, summary(faulty.faults()), faulty.faults()));
        } else if (answer instanceof Answer.UnknownJourney unknown) {
            String known = unknown.known().isEmpty() ? "none so far" : String.join(", ", unknown.known());
            error(context, ErrorBody.of(404, "journey " + unknown.journey() + " is not known; known: " + known));
        } else if (answer instanceof Answer.Found found) {
            context.header("ETag", tag);
            if (has(context.header("If-None-Match"), tag)) {
                context.status(HttpStatus.NOT_MODIFIED);
                return;
            }
            context.json(found.body().read());
        }
    }

    private static String summary(List<ParameterFault> faults) {
        return faults.stream()
                .map(fault -> fault.parameter() + (fault.value().isEmpty() ? " missing" : " '" + fault.value() + "'")
                        + ": expected " + fault.expected())
                .collect(Collectors.joining("; "));
    }

    // Weak: the same rows may travel compressed or not.
    private static String tag(DataVersion version) {
        return "W/\"" + version.number() + "-" + version.at().toEpochMilli() + "\"";
    }

    private static boolean has(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .anyMatch(known -> known.strip().equals(tag));
    }

    static void error(Context context, ErrorBody body) {
        context.status(body.status()).json(body);
    }
}
