package io.journey.local.registry.catalogue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a registry knows: versions, settings, modes and how many ids were given out.
 *
 * <p>The sum of the changes applied to it, in order; the rules read it and decide on the next changes. Searches are scans,
 * for this registry holds tens of schemas. Not safe for use by several threads at once.
 */
public final class SchemaCatalogue {

    private static final NavigableMap<Integer, SchemaVersion> NO_VERSIONS = new TreeMap<>();

    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<Scope, Config> configs = new HashMap<>();
    private final Map<Scope, Mode> modes = new HashMap<>();
    private final Config defaults;
    private int highestId;

    /** An empty catalogue; the level applies where nobody sets another. */
    public SchemaCatalogue(CompatibilityLevel defaultLevel) {
        this.defaults = Config.of(defaultLevel);
    }

    /** Takes over one change; changes come from decisions and are written down before they come here. */
    public void apply(Change change) {
        if (change instanceof Change.VersionStored stored) {
            store(stored.version());
        } else if (change instanceof Change.VersionErased erased) {
            erase(erased.subject(), erased.version());
        } else if (change instanceof Change.IdsUsed used) {
            highestId = Math.max(highestId, used.highest());
        } else if (change instanceof Change.ConfigStored stored) {
            configs.put(stored.scope(), stored.config());
        } else if (change instanceof Change.ConfigErased erased) {
            configs.remove(erased.scope());
        } else if (change instanceof Change.ModeStored stored) {
            modes.put(stored.scope(), stored.mode());
        } else if (change instanceof Change.ModeErased erased) {
            modes.remove(erased.scope());
        }
    }

    private void store(SchemaVersion version) {
        subjects.computeIfAbsent(version.subject(), created -> new TreeMap<>()).put(version.version(), version);
        highestId = Math.max(highestId, version.id());
    }

    private void erase(String subject, int version) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.getOrDefault(subject, new TreeMap<>());
        versions.remove(version);
        if (versions.isEmpty()) {
            subjects.remove(subject);
        }
    }

    /** All versions that may be seen, by subject and version. */
    public Stream<SchemaVersion> versions(Visibility visibility) {
        return subjects.values().stream()
                .flatMap(versions -> versions.values().stream())
                .filter(visibility::shows);
    }

    /** The versions of a subject that may be seen, oldest first. */
    public List<SchemaVersion> versions(String subject, Visibility visibility) {
        return subjects.getOrDefault(subject, NO_VERSIONS).values().stream()
                .filter(visibility::shows)
                .toList();
    }

    /** One version; the latest is never a deleted one, whatever may be seen. */
    public Optional<SchemaVersion> version(String subject, VersionNumber number, Visibility visibility) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.getOrDefault(subject, NO_VERSIONS);
        if (number.isLatest()) {
            return versions.descendingMap().values().stream()
                    .filter(Visibility.LIVE::shows)
                    .findFirst();
        }
        return Optional.ofNullable(versions.get(number.number())).filter(visibility::shows);
    }

    /** The versions that hold the schema of an id, by subject and version. */
    public List<SchemaVersion> versionsOf(int id, Visibility visibility) {
        return versions(visibility).filter(version -> version.id() == id).toList();
    }

    /** The schemas that borrow from a version, by id. */
    public List<SchemaVersion> referrers(SchemaVersion target, Visibility visibility) {
        return versions(visibility)
                .filter(version ->
                        version.content().references().stream().anyMatch(reference -> meets(reference, target)))
                .sorted(Comparator.comparingInt(SchemaVersion::id))
                .toList();
    }

    private static boolean meets(Reference reference, SchemaVersion target) {
        return reference.subject().equals(target.subject()) && reference.version() == target.version();
    }

    /** The id of a content that any subject holds or held, the newest id when an import gave it several. */
    Optional<Integer> idOf(SchemaContent content) {
        return versions(Visibility.WITH_DELETED)
                .filter(version -> version.content().equals(content))
                .map(SchemaVersion::id)
                .max(Comparator.naturalOrder());
    }

    /** The highest id ever given out, 0 before the first. */
    public int highestId() {
        return highestId;
    }

    /** The settings that hold for a scope, completed from the wider scope and the defaults. */
    public Config effectiveConfig(Scope scope) {
        Config global = configs.getOrDefault(Scope.GLOBAL, Config.EMPTY).orElse(defaults);
        return configs.getOrDefault(scope, Config.EMPTY).orElse(global);
    }

    /** The settings that a scope itself has; the registry as a whole always has some. */
    public Optional<Config> ownConfig(Scope scope) {
        Optional<Config> own = Optional.ofNullable(configs.get(scope)).map(config -> config.orElse(defaults));
        return scope.equals(Scope.GLOBAL) ? own.or(() -> Optional.of(defaults)) : own;
    }

    /** The settings exactly as somebody wrote them, for a partial update. */
    Config writtenConfig(Scope scope) {
        return configs.getOrDefault(scope, Config.EMPTY);
    }

    /** The mode that holds for a scope. */
    public Mode effectiveMode(Scope scope) {
        Mode global = modes.getOrDefault(Scope.GLOBAL, Mode.READWRITE);
        return global == Mode.READONLY_OVERRIDE ? global : modes.getOrDefault(scope, global);
    }

    /** The mode that a scope itself has; the registry as a whole always has one. */
    public Optional<Mode> ownMode(Scope scope) {
        Optional<Mode> own = Optional.ofNullable(modes.get(scope));
        return scope.equals(Scope.GLOBAL) ? own.or(() -> Optional.of(Mode.READWRITE)) : own;
    }

    /** The subjects that have a mode of their own. */
    Stream<Scope.Subject> subjectsWithModes() {
        return modes.keySet().stream().filter(Scope.Subject.class::isInstance).map(Scope.Subject.class::cast);
    }

    /** Whether anybody set this; the defaults do not count. */
    boolean hasWrittenConfig(Scope scope) {
        return configs.containsKey(scope);
    }

    /** Whether anybody set this; the default does not count. */
    boolean hasWrittenMode(Scope scope) {
        return modes.containsKey(scope);
    }
}
