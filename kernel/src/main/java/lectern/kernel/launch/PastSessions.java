package lectern.kernel.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lectern.kernel.launch.HistoryFile.Entry;

/// What was run before this session and beside it; what this one runs is written down for the next ones.
///
/// The file is used on a thread of its own, as no cell is to wait for a disk. Where there is no file, or it cannot be
/// used, there is no past.
final class PastSessions {

    /// The variable that names the file; empty means that there is to be none.
    static final String VARIABLE = "LECTERN_HISTORY";

    /// What a front end waits for at most.
    private static final int PATIENCE_SECONDS = 5;

    private final Optional<HistoryFile> file;
    private final PrintStream log;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("history").factory());

    // Both belong to the thread.
    private int session = 1;
    private boolean broken;

    /// @param log told once if the file cannot be used
    PastSessions(Optional<HistoryFile> file, PrintStream log) {
        this.file = file;
        this.log = log;
        file.ifPresent(past -> thread.execute(() -> attempt(() -> session = past.begin())));
    }

    /// Those of the user's file.
    static PastSessions of(Map<String, String> environment, PrintStream log) {
        var named = environment.get(VARIABLE);
        var path = named == null
                ? Optional.of(SpecPlaces.here().history())
                : Optional.of(named).filter(name -> !name.isEmpty()).map(Path::of);
        return new PastSessions(path.map(HistoryFile::new), log);
    }

    /// A session that leaves nothing behind.
    static PastSessions none() {
        return new PastSessions(Optional.empty(), System.err);
    }

    /// Writes down a cell of this session, some time.
    void add(int line, String source) {
        file.ifPresent(past -> thread.execute(() -> attempt(() -> past.append(new Entry(session, line, source)))));
    }

    /// The number of this session, and the cells of all the others.
    record Read(int session, List<Entry> others) {}

    /// What there is now.
    Read read() throws InterruptedException {
        try {
            return thread.submit(this::readNow).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            // A disk that hangs; the session itself is remembered in memory.
            return new Read(0, List.of());
        } catch (ExecutionException e) {
            throw new IllegalStateException("history: cannot be read", e.getCause());
        }
    }

    private Read readNow() {
        var others = new ArrayList<Entry>();
        file.ifPresent(past -> attempt(() -> others.addAll(past.entries())));
        others.removeIf(entry -> entry.session() == session);
        return new Read(session, others);
    }

    /// Waits a moment for what is still to be written.
    void close() throws InterruptedException {
        thread.shutdown();
        var _ = thread.awaitTermination(500, TimeUnit.MILLISECONDS);
    }

    private interface Task {
        void run() throws IOException;
    }

    private void attempt(Task task) {
        if (broken) {
            return;
        }
        try {
            task.run();
        } catch (IOException | RuntimeException e) {
            broken = true;
            log.println("lectern: history: expected a file that can be used, found " + e + "; " + VARIABLE
                    + " names another, or none if it is empty");
        }
    }
}
