package lectern.bench.kernel;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A kernel that can be started.
///
/// @param name its column
/// @param language of its cells
/// @param command with `{connection_file}` where the name of that file belongs
/// @param environment variables that it has besides ours
public record Contender(String name, Language language, List<String> command, Map<String, String> environment) {

    /// The column that the ratios are about.
    public static final String OURS = "ours";

    /// The column that ours is compared with.
    public static final String PEER = "ipykernel";

    /// Keeps copies.
    public Contender {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// The kernel of a specification as Jupyter keeps it.
    ///
    /// @throws IOException if there is none in the file
    static Contender ours(Path kernelJson) throws IOException {
        return of(OURS, Language.JAVA, kernelJson);
    }

    /// The kernel of a specification as Jupyter keeps it.
    ///
    /// @throws IOException if there is none in the file
    public static Contender of(String name, Language language, Path kernelJson) throws IOException {
        try {
            JsonObject json =
                    JsonParser.parseString(Files.readString(kernelJson)).getAsJsonObject();
            List<String> command = json.getAsJsonArray("argv").asList().stream()
                    .map(JsonElement::getAsString)
                    .toList();
            Map<String, String> environment = new HashMap<>();
            if (json.has("env")) {
                json.getAsJsonObject("env")
                        .asMap()
                        .forEach((variable, value) -> environment.put(variable, value.getAsString()));
            }
            return new Contender(name, language, command, environment);
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IOException("bench: expected a kernel.json with argv, found " + kernelJson, e);
        }
    }

    /// The kernel of a Python that has ipykernel.
    public static Contender peer(String python) {
        List<String> command = List.of(python, "-m", "ipykernel_launcher", "-f", "{connection_file}");
        return new Contender(PEER, Language.PYTHON, command, Map.of());
    }

    /// The command for a connection file.
    public List<String> command(Path connectionFile) {
        return command.stream()
                .map(word -> word.replace("{connection_file}", connectionFile.toString()))
                .toList();
    }
}
