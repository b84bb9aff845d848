package lectern.notes;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The Pythons of this machine: the one that the launcher found, else one on the PATH.
final class Python {

    private Python() {}

    /// One that can run and render notebooks; where there is none, the test is left out and says why.
    static String withJupyter() {
        Optional<String> found = that("import nbclient, nbconvert, jupyter_client");
        assumeTrue(
                found.isPresent(), "no Python with nbclient and nbconvert here: use ./lectern test, which finds one");
        return found.orElseThrow();
    }

    /// Any at all.
    static String plain() {
        Optional<String> found = that("import base64, re");
        assumeTrue(found.isPresent(), "no Python here: use ./lectern test, which finds one");
        return found.orElseThrow();
    }

    private static Optional<String> that(String imports) {
        String told = System.getenv("LECTERN_PYTHON");
        Stream<String> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "python3").toString());
        return Stream.of(told == null ? Stream.<String>empty() : Stream.of(told), onPath, Stream.of("/usr/bin/python3"))
                .flatMap(candidates -> candidates)
                .filter(candidate -> Files.isExecutable(Path.of(candidate)))
                .filter(candidate -> works(candidate, imports))
                .findFirst();
    }

    private static boolean works(String python, String imports) {
        try {
            return Outcome.of(Map.copyOf(System.getenv()), "", List.of(python, "-c", imports))
                            .code()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
