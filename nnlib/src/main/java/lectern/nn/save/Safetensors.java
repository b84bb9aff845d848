package lectern.nn.save;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import lectern.nn.save.Header.Entry;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// Named tensors in a file of the safetensors format, which other libraries open as well.
///
/// The file is: the length of the header as 8 bytes, the lowest first; the header in JSON, which says of each
/// tensor its type, its shape and where its bytes lie; the bytes, without gaps. Numbers are F32, the lowest
/// byte first, rows one after the other. Here the names are in the order of the alphabet and the bytes begin at
/// a multiple of 8: the same tensors give the same file.
///
/// Source: the format's own description, <https://huggingface.co/docs/safetensors>, section *Format*.
public final class Safetensors {

    /// A longer header is not one.
    private static final long LONGEST_HEADER = 100_000_000;

    private static final String TYPE = "F32";
    private static final int CHUNK = 1 << 16;

    private Safetensors() {}

    /// Writes tensors to a file, which takes the place of an older one only when it is whole.
    ///
    /// @throws UncheckedIOException if it cannot be written
    public static void write(Path file, Map<String, Tensor> tensors) {
        write(file, tensors, Map.of());
    }

    /// Writes tensors and remarks to a file, which takes the place of an older one only when it is whole.
    ///
    /// @param metadata remarks, such as what the model is for
    /// @throws UncheckedIOException if it cannot be written
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        Map<String, Tensor> sorted = new TreeMap<>(tensors);
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                    FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writeAll(channel, header(sorted, metadata));
                for (Tensor tensor : sorted.values()) {
                    write(channel, tensor.array());
                }
            }
            move(part, file);
        } catch (IOException e) {
            throw new UncheckedIOException("save: cannot write " + file, e);
        } finally {
            delete(part);
        }
    }

    private static ByteBuffer header(Map<String, Tensor> sorted, Map<String, String> metadata) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        long at = 0;
        for (Map.Entry<String, Tensor> named : sorted.entrySet()) {
            List<Long> shape = new ArrayList<>();
            for (int size : named.getValue().shape().toArray()) {
                shape.add((long) size);
            }
            long end = at + (long) Float.BYTES * named.getValue().count();
            entries.put(named.getKey(), new Entry(TYPE, shape, at, end));
            at = end;
        }
        byte[] text = new Header(entries, new TreeMap<>(metadata)).toString().getBytes(StandardCharsets.UTF_8);
        int length = (text.length + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + length).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(length).put(text);
        while (header.hasRemaining()) {
            header.put((byte) ' ');
        }
        return header.flip();
    }

    private static void write(FileChannel channel, float[] numbers) throws IOException {
        ByteBuffer bytes = chunk();
        for (int at = 0; at < numbers.length; at += CHUNK) {
            int count = Math.min(CHUNK, numbers.length - at);
            bytes.clear().asFloatBuffer().put(numbers, at, count);
            writeAll(channel, bytes.limit(count * Float.BYTES));
        }
    }

    private static ByteBuffer chunk() {
        return ByteBuffer.allocateDirect(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void move(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException("save: cannot delete " + part, e);
        }
    }

    /// Reads the tensors of a file.
    ///
    /// @return by name, in the order of their bytes
    /// @throws IllegalArgumentException if it is truncated or too long, or otherwise not such a file; the
    /// message says what was expected and found
    /// @throws UncheckedIOException if it cannot be read
    public static Map<String, Tensor> read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return read(file, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("load: cannot read " + file, e);
        }
    }

    private static Map<String, Tensor> read(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < Long.BYTES) {
            throw refused(file, "at least 8 bytes", size);
        }
        long length = bytes(file, channel, Long.BYTES).getLong();
        if (length < 0 || length > LONGEST_HEADER) {
            throw refused(file, "a header of at most " + LONGEST_HEADER + " bytes", Long.toUnsignedString(length));
        }
        if (size < Long.BYTES + length) {
            throw refused(file, "a header of " + length + " bytes", (size - Long.BYTES) + "; the file is cut off");
        }
        Header header = header(file, bytes(file, channel, (int) length));
        Map<String, Entry> entries = checked(file, header, size - Long.BYTES - length);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> named : entries.entrySet()) {
            tensors.put(named.getKey(), tensor(file, channel, shape(file, named.getKey(), named.getValue())));
        }
        return tensors;
    }

    private static Header header(Path file, ByteBuffer bytes) {
        try {
            return Header.parse(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException _) {
            throw refused(file, "a header of UTF-8 characters", "other bytes");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("load " + file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    /// The entries in the order of their bytes, if these follow each other without gaps up to the end of the
    /// file.
    private static Map<String, Entry> checked(Path file, Header header, long size) {
        List<Map.Entry<String, Entry>> sorted = new ArrayList<>(header.tensors().entrySet());
        sorted.sort(Comparator.comparingLong(
                        (Map.Entry<String, Entry> e) -> e.getValue().begin())
                .thenComparingLong(e -> e.getValue().end()));
        Map<String, Entry> entries = new LinkedHashMap<>();
        long at = 0;
        for (Map.Entry<String, Entry> named : sorted) {
            String name = named.getKey();
            Entry entry = named.getValue();
            if (!entry.type().equals(TYPE)) {
                throw refused(file, name + " of type " + TYPE, entry.type());
            }
            long bytes = (long) Float.BYTES * shape(file, name, entry).count();
            if (entry.end() - entry.begin() != bytes) {
                throw refused(
                        file,
                        bytes + " bytes for " + name + " " + shape(file, name, entry),
                        entry.end() - entry.begin());
            }
            if (entry.begin() != at) {
                String why = entry.begin() < at ? "; it overlaps another" : "; before it lies a gap";
                throw refused(file, name + " to begin at byte " + at, entry.begin() + why);
            }
            at = entry.end();
            entries.put(name, entry);
        }
        if (size != at) {
            throw refused(file, at + " bytes of numbers", size + (size < at ? "; the file is cut off" : ""));
        }
        return entries;
    }

    private static Shape shape(Path file, String name, Entry entry) {
        int[] sizes = new int[entry.shape().size()];
        for (int d = 0; d < sizes.length; d++) {
            long size = entry.shape().get(d);
            if (size > Integer.MAX_VALUE) {
                throw refused(file, name + " of sizes that an array can have", entry.shape());
            }
            sizes[d] = (int) size;
        }
        return Shape.of(sizes);
    }

    private static Tensor tensor(Path file, FileChannel channel, Shape shape) throws IOException {
        Tensor tensor = Tensor.zeros(shape);
        ByteBuffer bytes = chunk();
        for (int at = 0; at < tensor.count(); at += CHUNK) {
            int count = Math.min(CHUNK, tensor.count() - at);
            fill(file, channel, bytes.clear().limit(count * Float.BYTES));
            bytes.asFloatBuffer().get(tensor.array(), at, count);
        }
        return tensor;
    }

    private static ByteBuffer bytes(Path file, FileChannel channel, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        fill(file, channel, bytes);
        return bytes;
    }

    private static void fill(Path file, FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw refused(file, bytes.remaining() + " bytes more", "the end of the file");
            }
        }
        bytes.flip();
    }

    private static IllegalArgumentException refused(Path file, String expected, Object found) {
        return new IllegalArgumentException(
                "load " + file.getFileName() + ": expected " + expected + ", found " + found);
    }
}
