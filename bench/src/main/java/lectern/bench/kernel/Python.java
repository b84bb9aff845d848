package lectern.bench.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A Python that has ipykernel.
///
/// @param path its executable
/// @param version of ipykernel, of Python and, where it has PyTorch, of that and how many threads it takes
public record Python(String path, String version) {

    private static final String PROBE = """
            import platform, ipykernel
            print("ipykernel", ipykernel.__version__ + ", Python", platform.python_version(), end="")
            try:
                import torch
                print(", PyTorch", torch.__version__ + ", threads", torch.get_num_threads(), end="")
            except ImportError:
                print(", no PyTorch", end="")
            """;

    /// The first that has ipykernel: `LECTERN_BENCH_PYTHON`, `LECTERN_PYTHON`, else the PATH's.
    public static Optional<Python> find(Map<String, String> environment) {
        Stream<String> named = Stream.of("LECTERN_BENCH_PYTHON", "LECTERN_PYTHON")
                .map(environment::get)
                .filter(Objects::nonNull);
        Stream<String> usual = Arrays.stream(
                        environment.getOrDefault("PATH", "").split(":", -1))
                .map(folder -> folder + "/python3");
        return Stream.concat(named, usual).flatMap(path -> probe(path).stream()).findFirst();
    }

    private static Optional<Python> probe(String path) {
        try {
            Process process = new ProcessBuilder(path, "-c", PROBE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? Optional.of(new Python(path, version)) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
