package io.journey.local.chaos;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.Options;

/** Has every few events written to the disk, as hours of events would be. */
public final class SmallMemtables implements RocksDBConfigSetter {

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        options.setWriteBufferSize(64 << 10);
    }

    @Override
    public void close(String storeName, Options options) {
        // Nothing was made.
    }
}
