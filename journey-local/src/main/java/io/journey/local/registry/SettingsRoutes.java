package io.journey.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.journey.local.registry.catalogue.CompatibilityLevel;
import io.journey.local.registry.catalogue.Config;
import io.journey.local.registry.catalogue.Enforcement;
import io.journey.local.registry.catalogue.Mode;
import io.journey.local.registry.catalogue.Outcome;
import io.journey.local.registry.catalogue.Refusal;
import java.util.List;
import java.util.Optional;

/** Compatibility levels and modes, of the registry and of subjects. */
final class SettingsRoutes {

    private final CatalogueStore store;

    SettingsRoutes(CatalogueStore store) {
        this.store = store;
    }

    List<Route> table() {
        return List.of(
                Route.get("/config", this::config),
                Route.put("/config", this::updateConfig),
                Route.delete("/config", this::deleteConfig),
                Route.get("/config/{subject}", this::config),
                Route.put("/config/{subject}", this::updateConfig),
                Route.delete("/config/{subject}", this::deleteConfig),
                Route.get("/mode", this::mode),
                Route.put("/mode", this::setMode),
                Route.delete("/mode", this::deleteMode),
                Route.get("/mode/{subject}", this::mode),
                Route.put("/mode/{subject}", this::setMode),
                Route.delete("/mode/{subject}", this::deleteMode));
    }

    private Reply config(Call call) {
        return Reply.of(
                store.decide(rules -> call.flag("defaultToGlobal")
                        ? new Outcome.Granted<>(rules.catalogue().effectiveConfig(call.scope()))
                        : rules.settings().ownConfig(call.scope())),
                Documents::config);
    }

    private Reply updateConfig(Call call) {
        JsonNode body = call.body();
        JsonNode level = body.path("compatibility");
        if (level.isTextual() && CompatibilityLevel.named(level.asText()).isEmpty()) {
            return Reply.refused(new Refusal(
                    Refusal.Reason.INVALID_COMPATIBILITY_LEVEL,
                    "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive, "
                            + "forward_transitive, and full_transitive"));
        }
        return Reply.of(
                store.decide(rules -> rules.settings().updateConfig(call.scope(), written -> updated(written, body))),
                Documents::configUpdate);
    }

    /** A setting that is left out stays, one that is null goes. */
    private static Config updated(Config written, JsonNode body) {
        return new Config(
                body.has("compatibility")
                        ? CompatibilityLevel.named(body.path("compatibility").asText())
                        : written.compatibility(),
                body.has("normalize") ? flag(body.path("normalize")) : written.normalize(),
                body.has("validateNewSchemas") ? flag(body.path("validateNewSchemas")) : written.validateNewSchemas());
    }

    private static Optional<Boolean> flag(JsonNode node) {
        return node.isNull() ? Optional.empty() : Optional.of(node.asBoolean());
    }

    private Reply deleteConfig(Call call) {
        return Reply.of(store.decide(rules -> rules.settings().deleteConfig(call.scope())), Documents::config);
    }

    private Reply mode(Call call) {
        return Reply.of(
                store.decide(rules -> call.flag("defaultToGlobal")
                        ? new Outcome.Granted<>(rules.catalogue().effectiveMode(call.scope()))
                        : rules.settings().ownMode(call.scope())),
                mode -> Documents.mode(Optional.of(mode)));
    }

    private Reply setMode(Call call) {
        JsonNode wanted = call.body().path("mode");
        Optional<Mode> mode = wanted.isTextual() ? Mode.named(wanted.asText()) : Optional.empty();
        if (wanted.isTextual() && mode.isEmpty()) {
            return Reply.refused(new Refusal(
                    Refusal.Reason.INVALID_MODE,
                    "Invalid mode. Valid values are READWRITE, READONLY, READONLY_OVERRIDE and IMPORT."));
        }
        Enforcement enforcement = call.flag("force") ? Enforcement.FORCED : Enforcement.CHECKED;
        return Reply.of(
                store.decide(rules -> rules.settings().setMode(call.scope(), mode, enforcement)), Documents::mode);
    }

    private Reply deleteMode(Call call) {
        if (call.flag("recursive")) {
            return Reply.of(store.decide(rules -> rules.settings().deleteModes(call.scope())), Documents::mode);
        }
        return Reply.of(
                store.decide(rules -> rules.settings().deleteMode(call.scope())),
                mode -> Documents.mode(Optional.of(mode)));
    }
}
