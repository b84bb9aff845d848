package lectern.bench.conformance;

import java.io.IOException;

/// What Jupyter does to a process of another language.
final class Signals {

    private Signals() {}

    static void interrupt(Process process) throws Unmet {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Unmet("expected a command kill, found " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmet("interrupted");
        }
    }
}
