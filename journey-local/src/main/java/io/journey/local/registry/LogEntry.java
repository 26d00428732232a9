package io.journey.local.registry;

import org.jspecify.annotations.Nullable;

/**
 * A change as a record of the compacted topic. The newest record of a key is the state of what it names.
 *
 * @param key JSON that says what is changed
 * @param value JSON that says what it is now; none when it is gone, which compaction then forgets
 */
record LogEntry(String key, @Nullable String value) {}
