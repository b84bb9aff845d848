package lectern.kernel.launch;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import lectern.kernel.channel.Json;

/// The cells of all sessions in one file, a line of JSON each; several kernels may write to it.
///
/// When it has grown beyond its bound, the older half is left out.
final class HistoryFile {

    /// A cell that was run.
    ///
    /// @param line its number in its session
    record Entry(int session, int line, String source) {}

    private static final long MOST = 8L << 20;
    private static final int DIGITS = 16;
    private static final int LONGEST = 100_000;

    // The lock of a file is that of the whole process.
    private static final ReentrantLock OWN = new ReentrantLock();

    private final Path file;
    private final long most;

    HistoryFile(Path file) {
        this(file, MOST);
    }

    /// @param most bytes that the file may have
    HistoryFile(Path file, long most) {
        this.file = file;
        this.most = most;
    }

    /// Begins a session and gives its number, which no other has.
    int begin() throws IOException {
        return locked(lock -> {
            int last = number(lock).orElse(0);
            if (last == 0) {
                // There is no number yet, or it was damaged.
                for (var entry : lines()) {
                    last = Math.max(last, entry.session);
                }
            }
            lock.truncate(0);
            lock.write(ByteBuffer.wrap(Integer.toString(last + 1).getBytes(StandardCharsets.UTF_8)), 0);
            return last + 1;
        });
    }

    /// The number of the latest session, which stands in the file that locks the other: a start need not read all that
    /// was ever run.
    private static Optional<Integer> number(FileChannel lock) throws IOException {
        var bytes = ByteBuffer.allocate(DIGITS);
        int count = lock.read(bytes, 0);
        var text = new String(bytes.array(), 0, Math.max(0, count), StandardCharsets.UTF_8);
        return text.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    void append(Entry entry) throws IOException {
        if (entry.source.length() <= LONGEST) {
            locked(_ -> {
                write(entry);
                return 0;
            });
        }
    }

    /// The cells, oldest first.
    List<Entry> entries() throws IOException {
        return locked(_ -> lines().stream().filter(entry -> entry.line > 0).toList());
    }

    /// Something that is done with the file while nobody else does anything.
    private interface Task<T> {
        T run(FileChannel lock) throws IOException;
    }

    private <T> T locked(Task<T> task) throws IOException {
        OWN.lock();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            // A file of its own, as the other one is replaced now and then.
            var lock = file.resolveSibling(file.getFileName() + ".lock");
            try (var channel = FileChannel.open(
                            lock, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                return task.run(channel);
            }
        } finally {
            OWN.unlock();
        }
    }

    private List<Entry> lines() throws IOException {
        var entries = new ArrayList<Entry>();
        if (Files.exists(file)) {
            for (var line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n", -1)) {
                var entry = entry(line);
                if (entry.session > 0) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /// A line that is damaged counts as none.
    private static Entry entry(String line) {
        try {
            if (JsonParser.parseString(line) instanceof JsonObject json) {
                return new Entry(
                        Json.integer(json, "session", 0),
                        Json.integer(json, "line", 0),
                        Json.string(json, "source", ""));
            }
        } catch (JsonParseException e) {
            // Cut off, by a disk that was full or a machine that went down.
        }
        return new Entry(0, 0, "");
    }

    private void write(Entry entry) throws IOException {
        var text = line(entry);
        long size = Files.exists(file) ? Files.size(file) : 0;
        if (size + text.length > most) {
            shorten();
        }
        Files.write(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void shorten() throws IOException {
        var kept = new ArrayList<byte[]>();
        long size = 0;
        for (var entry : lines().reversed()) {
            var line = line(entry);
            size += line.length;
            if (size > most / 2) {
                break;
            }
            kept.add(line);
        }
        var shorter = Files.createTempFile(file.toAbsolutePath().getParent(), "history", ".tmp");
        try (var out = Files.newOutputStream(shorter)) {
            for (var line : kept.reversed()) {
                out.write(line);
            }
        }
        Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING);
    }

    // The line break before it ends what a cut-off write may have left behind.
    private static byte[] line(Entry entry) {
        var json = new JsonObject();
        json.addProperty("session", entry.session);
        json.addProperty("line", entry.line);
        json.addProperty("source", entry.source);
        return ("\n" + json).getBytes(StandardCharsets.UTF_8);
    }
}
