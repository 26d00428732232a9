package io.journey.sink.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.journey.sink.database.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The routes of {@code /api/v1}: a table of contents of what can be asked. */
final class Api {

    private final Definitions definitions;
    private final JourneyQuery queries;
    private final Results results;
    private final AnswerWriter writer;

    Api(Database database, AnswerWriter writer) {
        this.definitions = new Definitions(database);
        this.queries = new JourneyQuery(definitions);
        this.results = new Results(database);
        this.writer = writer;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/v1/definitions", answering(this::definitions));
        routes.get("/api/v1/windows", answering(query -> queries.inWindows(query, results::windows)));
        routes.get("/api/v1/segments", answering(query -> queries.journey(query, results::segments)));
        routes.get("/api/v1/funnel", answering(query -> queries.cell(query, results::funnel)));
        routes.get("/api/v1/stage-conversions", answering(query -> queries.cell(query, results::conversions)));
        routes.get("/api/v1/stage-outcomes", answering(query -> queries.cell(query, results::outcomes)));
        routes.get("/api/v1/stage-flows", answering(query -> queries.cell(query, results::flows)));
        routes.get("/api/v1/occupancy", answering(query -> queries.inSegment(query, results::occupancy)));
        routes.get("/api/v1/balance", answering(query -> queries.journey(query, results::balance)));
    }

    private interface Endpoint {
        Answer answer(Map<String, List<String>> query) throws SQLException;
    }

    private Handler answering(Endpoint endpoint) {
        return (Context context) -> writer.write(context, () -> endpoint.answer(context.queryParamMap()));
    }

    private Answer definitions(Map<String, List<String>> parameters) {
        List<ParameterFault> faults = new Query(parameters, Set.of()).faults();
        return faults.isEmpty() ? new Answer.Found(definitions::all) : new Answer.Faulty(faults);
    }
}
