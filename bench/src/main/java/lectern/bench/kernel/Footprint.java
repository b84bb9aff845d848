package lectern.bench.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// What a process and those it has started take of the machine.
public record Footprint(ProcessHandle process) {

    private static final double KIBIBYTES = 1024;

    /// Memory that is in use now, in MiB, where the system says so.
    public OptionalDouble residentMebibytes() {
        double[] parts = everyone()
                .map(Footprint::resident)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return parts.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(parts).sum());
    }

    /// Processor time so far, in milliseconds.
    public double processorMilliseconds() {
        return everyone()
                .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToDouble(time -> time.toNanos() / 1e6)
                .sum();
    }

    private Stream<ProcessHandle> everyone() {
        return Stream.concat(Stream.of(process), process.descendants());
    }

    private static OptionalDouble resident(ProcessHandle handle) {
        Path status = Path.of("/proc/" + handle.pid() + "/status");
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIBIBYTES)
                    .findFirst();
        } catch (IOException _) {
            return OptionalDouble.empty();
        }
    }
}
