package lectern.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the measurements were made on.
public final class Machine {

    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    /// Processor, how many of them, system and JDK.
    public static String describe() {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.name") + ", JDK " + Runtime.version();
    }

    /// Whether the processor has 512-bit vectors, where the system says so.
    public static boolean hasAvx512() {
        return information().stream().anyMatch(line -> line.startsWith("flags") && line.contains(" avx512f"));
    }

    private static String processor() {
        return information().stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch", "unknown processor"));
    }

    private static List<String> information() {
        try {
            return Files.readAllLines(CPU);
        } catch (IOException _) {
            return List.of();
        }
    }
}
