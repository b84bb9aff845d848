package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import lectern.kernel.launch.HistoryFile.Entry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("new").resolve("history.jsonl");
    }

    @Test
    void aCellIsThereForTheNextSession() throws IOException {
        var file = new HistoryFile(path);
        assertEquals(1, file.begin());
        file.append(new Entry(1, 1, "\"ü\\n\"\nint i;"));
        assertEquals(2, new HistoryFile(path).begin());
        assertEquals(List.of(new Entry(1, 1, "\"ü\\n\"\nint i;")), new HistoryFile(path).entries());
    }

    @Test
    void damageCostsOneLine() throws IOException {
        var file = new HistoryFile(path);
        file.begin();
        file.append(new Entry(1, 1, "a"));
        Files.writeString(path, "\n{\"session\": 1, \"li", StandardOpenOption.APPEND);
        file.append(new Entry(1, 2, "b"));
        assertEquals(List.of(new Entry(1, 1, "a"), new Entry(1, 2, "b")), file.entries());
    }

    @Test
    void aLostNumberIsFoundAmongTheCells() throws IOException {
        var file = new HistoryFile(path);
        for (int session = 1; session <= 12; session++) {
            file.append(new Entry(file.begin(), 1, "cell"));
        }
        var number = path.resolveSibling(path.getFileName() + ".lock");
        assertEquals("12", Files.readString(number));
        Files.writeString(number, "1x");
        assertEquals(13, file.begin());
        Files.delete(number);
        assertEquals(13, file.begin());
        assertEquals(14, file.begin());
    }

    @Test
    void itKeepsTheNewestCells() throws IOException {
        var file = new HistoryFile(path, 10_000);
        file.begin();
        for (int i = 1; i <= 1000; i++) {
            file.append(new Entry(1, i, "cell " + i));
            assertTrue(Files.size(path) <= 10_000);
        }
        var entries = file.entries();
        assertEquals(new Entry(1, 1000, "cell 1000"), entries.getLast());
        assertTrue(entries.size() > 50, () -> entries.size() + " cells");
        assertEquals(2, file.begin());
    }

    @Test
    void severalKernelsWriteAtOnce() {
        var sessions = IntStream.range(0, 4)
                .parallel()
                .mapToObj(_ -> {
                    try {
                        var file = new HistoryFile(path);
                        int session = file.begin();
                        for (int i = 1; i <= 20; i++) {
                            file.append(new Entry(session, i, "x"));
                        }
                        return session;
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        assertEquals(4, new HashSet<>(sessions).size());
        assertEquals(80, read().size());
    }

    private List<Entry> read() {
        try {
            return new HistoryFile(path).entries();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
