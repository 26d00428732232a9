package io.journey.core.definition;

import java.time.ZoneId;
import java.util.List;

/**
 * A journey definition that has been checked: stages referred to by number exist, lists are immutable, durations are
 * positive.
 *
 * @param journey id, part of every published key
 * @param version from 1; a change of anything else is a new version
 * @param zone zone in which calendar windows are cut
 * @param identity which identities count, strongest first
 * @param stages as listed; a stage is referred to by its index in this list
 * @param initialStage stage of a journey that a neutral event opens
 * @param conversion what counts as converted, and within what time
 * @param restarts pairs of stages at which one journey completes and the next begins
 * @param rules in order of precedence
 * @param profileAttributes attributes whose last values make up a customer's profile
 * @param personas in order of precedence
 * @param segments breakdowns that aggregates are kept for, the whole among them if listed
 * @param windows kinds of calendar window that aggregates are kept for
 * @param fingerprint SHA-256 of the canonical form, hexadecimal; equal fingerprints compute the same
 */
public record Definition(
        String journey,
        int version,
        ZoneId zone,
        IdentityRules identity,
        List<Stage> stages,
        int initialStage,
        Conversion conversion,
        List<Restart> restarts,
        List<Rule> rules,
        List<String> profileAttributes,
        List<Persona> personas,
        List<Segment> segments,
        List<WindowKind> windows,
        String fingerprint) {

    /** Persona of a customer whom no persona's condition fits. */
    public static final String NO_PERSONA = "none";

    public Definition {
        stages = List.copyOf(stages);
        restarts = List.copyOf(restarts);
        rules = List.copyOf(rules);
        profileAttributes = List.copyOf(profileAttributes);
        personas = List.copyOf(personas);
        segments = List.copyOf(segments);
        windows = List.copyOf(windows);
    }
}
