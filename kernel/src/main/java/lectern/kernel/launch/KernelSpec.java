package lectern.kernel.launch;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Jupyter reads of a kernel: `kernel.json`.
///
/// @param argv the command line, the jar and `{connection_file}` last
/// @param displayName what the user chooses it by
/// @param madeFrom what tells one build from another
/// @param cacheCrc the checksum of its start-up cache, empty without one
record KernelSpec(List<String> argv, String displayName, String madeFrom, String cacheCrc) {

    static final String FILE = "kernel.json";
    static final String JAR = "lectern-kernel.jar";

    private static final String STAMP = "made_from";
    private static final String CACHE = "cache";

    /// The specification in this folder; empty if there is none, or one that is not of this kernel.
    static Optional<KernelSpec> read(Path folder) {
        try {
            var json = JsonParser.parseString(Files.readString(folder.resolve(FILE)))
                    .getAsJsonObject();
            var argv = json.getAsJsonArray("argv").asList().stream()
                    .map(argument -> argument.getAsString())
                    .toList();
            var metadata = json.getAsJsonObject("metadata");
            var spec = new KernelSpec(
                    argv,
                    json.get("display_name").getAsString(),
                    metadata.get(STAMP).getAsString(),
                    metadata.get(CACHE).getAsString());
            return spec.jar().endsWith(JAR) ? Optional.of(spec) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // What someone else has written, or nobody.
            return Optional.empty();
        }
    }

    Path jar() {
        return Path.of(argv.get(argv.size() - 2));
    }

    Path java() {
        return Path.of(argv.getFirst());
    }

    String json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("argv", argv);
        json.put("display_name", displayName);
        json.put("language", "java");
        json.put("interrupt_mode", "message");
        json.put(
                "metadata", Map.of("debugger", false, "version", KernelInfo.VERSION, STAMP, madeFrom, CACHE, cacheCrc));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json)
                + "\n";
    }
}
