package io.journey.bench.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** A serializer of values that never change; only how they are written and read differs. */
abstract class CodedSerializer<T> extends TypeSerializerSingleton<T> {

    @Override
    public final boolean isImmutableType() {
        return true;
    }

    @Override
    public final @Nullable T createInstance() {
        return null;
    }

    @Override
    public final T copy(T value) {
        return value;
    }

    @Override
    public final T copy(T value, T reuse) {
        return value;
    }

    @Override
    public final int getLength() {
        return -1;
    }

    @Override
    public final T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public final void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    static void bytes(byte[] bytes, DataOutputView target) throws IOException {
        target.writeInt(bytes.length);
        target.write(bytes);
    }

    static byte[] bytes(DataInputView source) throws IOException {
        byte[] bytes = new byte[source.readInt()];
        source.readFully(bytes);
        return bytes;
    }

    @Override
    public final TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new Snapshot<>(this);
    }

    /** Which serializer wrote a checkpoint, by its class. */
    public static final class Snapshot<T> implements TypeSerializerSnapshot<T> {

        private @Nullable TypeSerializer<T> serializer;

        /** For Flink, which fills it by {@link #readSnapshot}. */
        public Snapshot() {}

        Snapshot(TypeSerializer<T> serializer) {
            this.serializer = serializer;
        }

        @Override
        public int getCurrentVersion() {
            return 1;
        }

        @Override
        public void writeSnapshot(DataOutputView target) throws IOException {
            target.writeUTF(restoreSerializer().getClass().getName());
        }

        @Override
        @SuppressWarnings("unchecked") // Written by a serializer of T.
        public void readSnapshot(int version, DataInputView source, ClassLoader classes) throws IOException {
            try {
                Class<?> type = Class.forName(source.readUTF(), true, classes);
                serializer = (TypeSerializer<T>) type.asSubclass(TypeSerializer.class)
                        .getDeclaredConstructor()
                        .newInstance();
            } catch (ReflectiveOperationException e) {
                throw new IOException("a checkpoint of another version", e);
            }
        }

        @Override
        public TypeSerializer<T> restoreSerializer() {
            if (serializer == null) {
                throw new IllegalStateException("not read yet");
            }
            return serializer;
        }

        @Override
        public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> older) {
            return older instanceof Snapshot<T> other
                            && other.restoreSerializer().equals(restoreSerializer())
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
