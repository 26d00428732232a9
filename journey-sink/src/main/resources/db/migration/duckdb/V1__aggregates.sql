-- One table a topic. No primary keys: DuckDB keeps them in an index that makes upserts several times slower.
-- The sink is the only writer and keeps keys unique itself; docs/sink.md has a query that checks it.

CREATE TABLE transitions (
    journey TEXT NOT NULL,
    customer TEXT NOT NULL,
    journey_number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    version INTEGER NOT NULL,
    journey_start TIMESTAMP WITH TIME ZONE NOT NULL,
    kind TEXT NOT NULL,
    from_stage TEXT,
    to_stage TEXT,
    revisit BOOLEAN NOT NULL,
    occurred_at TIMESTAMP WITH TIME ZONE NOT NULL,
    dwell_ms BIGINT NOT NULL,
    touches INTEGER NOT NULL,
    touchpoint TEXT,
    channel TEXT,
    entry_channel TEXT NOT NULL,
    persona TEXT NOT NULL,
    value DECIMAL(38, 9) NOT NULL
);

COMMENT ON TABLE transitions IS 'A change of stage inside a journey, its start and its end included.';
COMMENT ON COLUMN transitions.journey IS 'Id of the journey definition, for example loan-application.';
COMMENT ON COLUMN transitions.customer IS 'Customer as namespace:value.';
COMMENT ON COLUMN transitions.journey_number IS 'Which of the customer''s journeys, from 1.';
COMMENT ON COLUMN transitions.ordinal IS 'Position of the transition in its journey, from 0.';
COMMENT ON COLUMN transitions.version IS 'Version of the definition that this row was computed with, from 1.';
COMMENT ON COLUMN transitions.journey_start IS 'Event time of the journey''s first event, UTC.';
COMMENT ON COLUMN transitions.kind IS 'START, ADVANCE (next stage in order), SKIP (a later one), REGRESS (an earlier one), EXIT (to an exit stage), COMPLETE (ended by a restart) or LAPSE (ended by silence).';
COMMENT ON COLUMN transitions.from_stage IS 'Stage left; null for START.';
COMMENT ON COLUMN transitions.to_stage IS 'Stage entered; null for COMPLETE and LAPSE.';
COMMENT ON COLUMN transitions.revisit IS 'True when this journey had been in toStage before.';
COMMENT ON COLUMN transitions.occurred_at IS 'Event time of the transition, UTC; for LAPSE the last event''s time plus the stage''s lapseAfter.';
COMMENT ON COLUMN transitions.dwell_ms IS 'Milliseconds since the visit to fromStage began; 0 for START.';
COMMENT ON COLUMN transitions.touches IS 'Touches of the visit to fromStage, its first included; 0 for START.';
COMMENT ON COLUMN transitions.touchpoint IS 'Touchpoint of the event that caused the transition; null for LAPSE.';
COMMENT ON COLUMN transitions.channel IS 'Channel of the event that caused the transition; null for LAPSE.';
COMMENT ON COLUMN transitions.entry_channel IS 'Channel of the journey''s first event.';
COMMENT ON COLUMN transitions.persona IS 'Persona of the journey as known so far; none when no persona matches.';
COMMENT ON COLUMN transitions.value IS 'Sum of the journey''s amounts up to and including the event that caused the transition; for COMPLETE without it.';

CREATE TABLE stage_conversions (
    journey TEXT NOT NULL,
    window_kind TEXT NOT NULL,
    window_start TIMESTAMP WITH TIME ZONE NOT NULL,
    segment TEXT NOT NULL,
    from_stage TEXT NOT NULL,
    to_stage TEXT NOT NULL,
    version INTEGER NOT NULL,
    persona TEXT,
    entry_channel TEXT,
    entered BIGINT NOT NULL,
    converted BIGINT NOT NULL,
    p50_ms BIGINT,
    p90_ms BIGINT,
    p99_ms BIGINT
);

COMMENT ON TABLE stage_conversions IS 'Of the visits to fromStage that began in the window, how many journeys later moved into toStage within the definition''s conversion window, and how fast.';
COMMENT ON COLUMN stage_conversions.journey IS 'Id of the journey definition, for example loan-application.';
COMMENT ON COLUMN stage_conversions.window_kind IS 'Kind of calendar window: hour, day, week (from Monday), month, quarter or year, cut in the definition''s time zone.';
COMMENT ON COLUMN stage_conversions.window_start IS 'First instant of the window, UTC.';
COMMENT ON COLUMN stage_conversions.segment IS 'Breakdown this row belongs to, URL-encoded as dimension=value joined by &, dimensions in alphabetical order: entryChannel=web&persona=family. Empty for the whole.';
COMMENT ON COLUMN stage_conversions.from_stage IS 'Stage visited.';
COMMENT ON COLUMN stage_conversions.to_stage IS 'Stage the journey may have reached later.';
COMMENT ON COLUMN stage_conversions.version IS 'Version of the definition that this row was computed with, from 1.';
COMMENT ON COLUMN stage_conversions.persona IS 'Persona of the segment; null when the row is not broken down by persona.';
COMMENT ON COLUMN stage_conversions.entry_channel IS 'Channel of the journey''s first event in this segment; null when the row is not broken down by it.';
COMMENT ON COLUMN stage_conversions.entered IS 'Visits to fromStage that began in the window.';
COMMENT ON COLUMN stage_conversions.converted IS 'Those whose journey''s first later transition into toStage came within conversion.window of the visit''s begin.';
COMMENT ON COLUMN stage_conversions.p50_ms IS '50th percentile (nearest rank) of milliseconds from the visit''s begin to that transition; relative error at most 1 %. Null when nothing was counted.';
COMMENT ON COLUMN stage_conversions.p90_ms IS '90th percentile (nearest rank) of milliseconds from the visit''s begin to that transition; relative error at most 1 %. Null when nothing was counted.';
COMMENT ON COLUMN stage_conversions.p99_ms IS '99th percentile (nearest rank) of milliseconds from the visit''s begin to that transition; relative error at most 1 %. Null when nothing was counted.';

CREATE TABLE stage_outcomes (
    journey TEXT NOT NULL,
    window_kind TEXT NOT NULL,
    window_start TIMESTAMP WITH TIME ZONE NOT NULL,
    segment TEXT NOT NULL,
    stage TEXT NOT NULL,
    version INTEGER NOT NULL,
    persona TEXT,
    entry_channel TEXT,
    visits BIGINT NOT NULL,
    open BIGINT NOT NULL,
    ended_advance BIGINT NOT NULL,
    ended_skip BIGINT NOT NULL,
    ended_regress BIGINT NOT NULL,
    ended_exit BIGINT NOT NULL,
    ended_complete BIGINT NOT NULL,
    ended_lapse BIGINT NOT NULL,
    dwell_p50_ms BIGINT,
    dwell_p90_ms BIGINT,
    dwell_p99_ms BIGINT,
    touches_p50 BIGINT,
    touches_p90 BIGINT,
    touches_p99 BIGINT
);

COMMENT ON TABLE stage_outcomes IS 'Visits to a stage that began in the window, by how they ended, with distributions of dwell and touches over the ended ones.';
COMMENT ON COLUMN stage_outcomes.journey IS 'Id of the journey definition, for example loan-application.';
COMMENT ON COLUMN stage_outcomes.window_kind IS 'Kind of calendar window: hour, day, week (from Monday), month, quarter or year, cut in the definition''s time zone.';
COMMENT ON COLUMN stage_outcomes.window_start IS 'First instant of the window, UTC.';
COMMENT ON COLUMN stage_outcomes.segment IS 'Breakdown this row belongs to, URL-encoded as dimension=value joined by &, dimensions in alphabetical order: entryChannel=web&persona=family. Empty for the whole.';
COMMENT ON COLUMN stage_outcomes.stage IS 'Stage visited.';
COMMENT ON COLUMN stage_outcomes.version IS 'Version of the definition that this row was computed with, from 1.';
COMMENT ON COLUMN stage_outcomes.persona IS 'Persona of the segment; null when the row is not broken down by persona.';
COMMENT ON COLUMN stage_outcomes.entry_channel IS 'Channel of the journey''s first event in this segment; null when the row is not broken down by it.';
COMMENT ON COLUMN stage_outcomes.visits IS 'Visits that began in the window.';
COMMENT ON COLUMN stage_outcomes.open IS 'Visits that have not ended.';
COMMENT ON COLUMN stage_outcomes.ended_advance IS 'Visits ended by a transition of kind ADVANCE.';
COMMENT ON COLUMN stage_outcomes.ended_skip IS 'Visits ended by a transition of kind SKIP.';
COMMENT ON COLUMN stage_outcomes.ended_regress IS 'Visits ended by a transition of kind REGRESS.';
COMMENT ON COLUMN stage_outcomes.ended_exit IS 'Visits ended by a transition of kind EXIT.';
COMMENT ON COLUMN stage_outcomes.ended_complete IS 'Visits ended by a transition of kind COMPLETE.';
COMMENT ON COLUMN stage_outcomes.ended_lapse IS 'Visits ended by a transition of kind LAPSE.';
COMMENT ON COLUMN stage_outcomes.dwell_p50_ms IS '50th percentile (nearest rank) of milliseconds from begin to end of the ended visits; relative error at most 1 %. Null when nothing was counted.';
COMMENT ON COLUMN stage_outcomes.dwell_p90_ms IS '90th percentile (nearest rank) of milliseconds from begin to end of the ended visits; relative error at most 1 %. Null when nothing was counted.';
COMMENT ON COLUMN stage_outcomes.dwell_p99_ms IS '99th percentile (nearest rank) of milliseconds from begin to end of the ended visits; relative error at most 1 %. Null when nothing was counted.';
COMMENT ON COLUMN stage_outcomes.touches_p50 IS '50th percentile (nearest rank) of touches of the ended visits; relative error at most 1 %. Null when nothing was counted.';
COMMENT ON COLUMN stage_outcomes.touches_p90 IS '90th percentile (nearest rank) of touches of the ended visits; relative error at most 1 %. Null when nothing was counted.';
COMMENT ON COLUMN stage_outcomes.touches_p99 IS '99th percentile (nearest rank) of touches of the ended visits; relative error at most 1 %. Null when nothing was counted.';

CREATE TABLE funnel (
    journey TEXT NOT NULL,
    window_kind TEXT NOT NULL,
    window_start TIMESTAMP WITH TIME ZONE NOT NULL,
    segment TEXT NOT NULL,
    stage TEXT NOT NULL,
    version INTEGER NOT NULL,
    persona TEXT,
    entry_channel TEXT,
    position INTEGER NOT NULL,
    journeys BIGINT NOT NULL,
    reached BIGINT NOT NULL,
    converted BIGINT NOT NULL,
    value DECIMAL(38, 9) NOT NULL
);

COMMENT ON TABLE funnel IS 'Journeys that started in the window and how many of them reached the stage.';
COMMENT ON COLUMN funnel.journey IS 'Id of the journey definition, for example loan-application.';
COMMENT ON COLUMN funnel.window_kind IS 'Kind of calendar window: hour, day, week (from Monday), month, quarter or year, cut in the definition''s time zone.';
COMMENT ON COLUMN funnel.window_start IS 'First instant of the window, UTC.';
COMMENT ON COLUMN funnel.segment IS 'Breakdown this row belongs to, URL-encoded as dimension=value joined by &, dimensions in alphabetical order: entryChannel=web&persona=family. Empty for the whole.';
COMMENT ON COLUMN funnel.stage IS 'Stage of the definition''s order; exit stages have no row.';
COMMENT ON COLUMN funnel.version IS 'Version of the definition that this row was computed with, from 1.';
COMMENT ON COLUMN funnel.persona IS 'Persona of the segment; null when the row is not broken down by persona.';
COMMENT ON COLUMN funnel.entry_channel IS 'Channel of the journey''s first event in this segment; null when the row is not broken down by it.';
COMMENT ON COLUMN funnel.position IS 'Position of the stage in the definition''s order, from 0.';
COMMENT ON COLUMN funnel.journeys IS 'Journeys that started in the window; the same in all stages of a cell.';
COMMENT ON COLUMN funnel.reached IS 'Those that visited this stage or a later one.';
COMMENT ON COLUMN funnel.converted IS 'Those that visited the definition''s conversion.stage; the same in all stages of a cell.';
COMMENT ON COLUMN funnel.value IS 'Sum of the amounts of those journeys; the same in all stages of a cell.';

CREATE TABLE occupancy (
    journey TEXT NOT NULL,
    segment TEXT NOT NULL,
    stage TEXT NOT NULL,
    version INTEGER NOT NULL,
    persona TEXT,
    entry_channel TEXT,
    journeys BIGINT NOT NULL
);

COMMENT ON TABLE occupancy IS 'Journeys that are open in the stage now.';
COMMENT ON COLUMN occupancy.journey IS 'Id of the journey definition, for example loan-application.';
COMMENT ON COLUMN occupancy.segment IS 'Breakdown this row belongs to, URL-encoded as dimension=value joined by &, dimensions in alphabetical order: entryChannel=web&persona=family. Empty for the whole.';
COMMENT ON COLUMN occupancy.stage IS 'Stage.';
COMMENT ON COLUMN occupancy.version IS 'Version of the definition that this row was computed with, from 1.';
COMMENT ON COLUMN occupancy.persona IS 'Persona of the segment; null when the row is not broken down by persona.';
COMMENT ON COLUMN occupancy.entry_channel IS 'Channel of the journey''s first event in this segment; null when the row is not broken down by it.';
COMMENT ON COLUMN occupancy.journeys IS 'Journeys open in the stage.';

CREATE TABLE stage_flows (
    journey TEXT NOT NULL,
    window_kind TEXT NOT NULL,
    window_start TIMESTAMP WITH TIME ZONE NOT NULL,
    segment TEXT NOT NULL,
    from_stage TEXT NOT NULL,
    to_stage TEXT NOT NULL,
    version INTEGER NOT NULL,
    persona TEXT,
    entry_channel TEXT,
    transitions BIGINT NOT NULL
);

COMMENT ON TABLE stage_flows IS 'Transitions from one stage to another. They belong to the window in which the visit to fromStage began; starts to the window of the journey''s start.';
COMMENT ON COLUMN stage_flows.journey IS 'Id of the journey definition, for example loan-application.';
COMMENT ON COLUMN stage_flows.window_kind IS 'Kind of calendar window: hour, day, week (from Monday), month, quarter or year, cut in the definition''s time zone.';
COMMENT ON COLUMN stage_flows.window_start IS 'First instant of the window, UTC.';
COMMENT ON COLUMN stage_flows.segment IS 'Breakdown this row belongs to, URL-encoded as dimension=value joined by &, dimensions in alphabetical order: entryChannel=web&persona=family. Empty for the whole.';
COMMENT ON COLUMN stage_flows.from_stage IS 'Stage left; START for a journey''s start.';
COMMENT ON COLUMN stage_flows.to_stage IS 'Stage entered; END for a journey''s end.';
COMMENT ON COLUMN stage_flows.version IS 'Version of the definition that this row was computed with, from 1.';
COMMENT ON COLUMN stage_flows.persona IS 'Persona of the segment; null when the row is not broken down by persona.';
COMMENT ON COLUMN stage_flows.entry_channel IS 'Channel of the journey''s first event in this segment; null when the row is not broken down by it.';
COMMENT ON COLUMN stage_flows.transitions IS 'Transitions along this edge.';

CREATE TABLE balance (
    journey TEXT NOT NULL,
    source TEXT NOT NULL,
    version INTEGER NOT NULL,
    read BIGINT NOT NULL,
    in_journeys BIGINT NOT NULL,
    duplicate BIGINT NOT NULL,
    rejected BIGINT NOT NULL
);

COMMENT ON TABLE balance IS 'What became of every record read. At any quiet moment read = inJourneys + duplicate + rejected.';
COMMENT ON COLUMN balance.journey IS 'Id of the journey definition, for example loan-application.';
COMMENT ON COLUMN balance.source IS 'Source named by the events; unknown for records that could not be read so far.';
COMMENT ON COLUMN balance.version IS 'Version of the definition that this row was computed with, from 1.';
COMMENT ON COLUMN balance.read IS 'Records read from the touchpoint topic.';
COMMENT ON COLUMN balance.in_journeys IS 'Events that count in a journey.';
COMMENT ON COLUMN balance.duplicate IS 'Deliveries of an event that another delivery already stands for.';
COMMENT ON COLUMN balance.rejected IS 'Records that went to the rejected topic.';

CREATE TABLE definitions (
    journey TEXT NOT NULL,
    version INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    conversion_stage TEXT NOT NULL,
    conversion_window_ms BIGINT NOT NULL,
    windows TEXT NOT NULL,
    segments TEXT NOT NULL,
    personas TEXT NOT NULL
);

COMMENT ON TABLE definitions IS 'A journey definition that results are published for.';
COMMENT ON COLUMN definitions.journey IS 'Id of the journey definition, for example loan-application.';
COMMENT ON COLUMN definitions.version IS 'Version of the definition that this row was computed with, from 1.';
COMMENT ON COLUMN definitions.fingerprint IS 'SHA-256 of the definition''s canonical form, hexadecimal. Two definitions with equal fingerprints compute the same.';
COMMENT ON COLUMN definitions.time_zone IS 'Time zone in which calendar windows are cut, for example Europe/Berlin.';
COMMENT ON COLUMN definitions.conversion_stage IS 'Stage that counts as conversion in the funnel.';
COMMENT ON COLUMN definitions.conversion_window_ms IS 'Longest time from a visit''s begin to a counted conversion, milliseconds, inclusive.';
COMMENT ON COLUMN definitions.windows IS 'Kinds of window kept, joined by commas: day,month.';
COMMENT ON COLUMN definitions.segments IS 'Breakdowns kept, dimensions joined by +, breakdowns by commas, the whole as an empty one: ,persona,entryChannel+persona.';
COMMENT ON COLUMN definitions.personas IS 'Ids of the personas in order, joined by commas; none is implied.';

CREATE TABLE stages (
    journey TEXT NOT NULL,
    stage TEXT NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    exit BOOLEAN NOT NULL,
    initial BOOLEAN NOT NULL,
    lapse_after_ms BIGINT,
    target_dwell_ms BIGINT
);

COMMENT ON TABLE stages IS 'A stage of a definition, so that readers can order and label what they show.';
COMMENT ON COLUMN stages.journey IS 'Id of the journey definition, for example loan-application.';
COMMENT ON COLUMN stages.stage IS 'Id of the stage.';
COMMENT ON COLUMN stages.version IS 'Version of the definition that this row was computed with, from 1.';
COMMENT ON COLUMN stages.position IS 'Position among the definition''s stages as listed, from 0.';
COMMENT ON COLUMN stages.exit IS 'True for a stage that stands outside the order and keeps a journey until it lapses.';
COMMENT ON COLUMN stages.initial IS 'True for the stage of a journey that a neutral event opens.';
COMMENT ON COLUMN stages.lapse_after_ms IS 'Silence after which a journey in this stage ends, milliseconds; null when it never lapses.';
COMMENT ON COLUMN stages.target_dwell_ms IS 'Planned dwell in this stage, milliseconds; null when the definition names none.';

CREATE TABLE sink_offset (
    topic TEXT NOT NULL,
    part INTEGER NOT NULL,
    topic_id TEXT NOT NULL,
    next_offset BIGINT NOT NULL,
    updated_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (topic, part)
);

COMMENT ON TABLE sink_offset IS 'How far each partition is in the tables. Written in the same transaction as the rows.';
COMMENT ON COLUMN sink_offset.topic IS 'Topic read.';
COMMENT ON COLUMN sink_offset.part IS 'Partition of the topic.';
COMMENT ON COLUMN sink_offset.topic_id IS 'Id that the broker gave the topic; another one means that the topic was deleted and created again.';
COMMENT ON COLUMN sink_offset.next_offset IS 'Offset of the first record that is not yet in the tables.';
COMMENT ON COLUMN sink_offset.updated_at IS 'Instant of the transaction that wrote the offset.';
