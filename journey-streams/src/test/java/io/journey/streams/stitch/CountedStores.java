package io.journey.streams.stitch;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The stores of a task in memory, which count how often they are asked and the rows that they give and take. */
final class CountedStores {

    private final Map<String, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();
    private long rows;

    Stores stores() {
        return Stores.named(name -> stores.computeIfAbsent(name, this::counted));
    }

    /** Calls of a store, and rows that an iterator gave or a batch took, since the last time. */
    long rows() {
        long counted = rows;
        rows = 0;
        return counted;
    }

    @SuppressWarnings("unchecked") // The interface says what its methods take and give.
    private KeyValueStore<Bytes, byte[]> counted(String name) {
        var store = org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name)
                .get();
        return (KeyValueStore<Bytes, byte[]>) counted(KeyValueStore.class, store);
    }

    private static int rows(String method, Object @Nullable [] arguments) {
        return switch (method) {
            case "hasNext", "close" -> 0;
            case "putAll" -> arguments != null && arguments[0] instanceof List<?> batch ? batch.size() : 1;
            default -> 1;
        };
    }

    private Object counted(Class<?> type, Object target) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            rows += rows(method.getName(), arguments);
            try {
                Object given = method.invoke(target, arguments);
                return method.getReturnType().isInterface() && given != null
                        ? counted(method.getReturnType(), given)
                        : given;
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }
}
