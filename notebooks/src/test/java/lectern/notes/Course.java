package lectern.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs notebooks as `./lectern notes` does: with the built kernel, installed into a folder of the test.
///
/// @param python a Python with Jupyter
/// @param prefix where the kernel is installed
record Course(String python, Path prefix) {

    private static final Path KERNEL = Path.of("../kernel/target/lectern-kernel.jar");
    private static final Path RENDER = Path.of("src/main/python/render.py");

    static Course in(Path prefix) throws IOException, InterruptedException {
        assumeTrue(Files.exists(KERNEL), "the kernel is not built yet: use mvn verify or ./lectern test");
        String python = Python.withJupyter();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var installed = Outcome.of(
                Map.copyOf(System.getenv()),
                "",
                List.of(java, "-jar", KERNEL.toString(), "install", "--prefix", prefix.toString()));
        assertEquals(0, installed.code(), installed.output());
        return new Course(python, prefix);
    }

    /// Executes notebooks and writes their raw pages; options of the renderer may stand before the notebooks.
    Outcome run(Path raw, List<Path> notebooks, String... options) throws IOException, InterruptedException {
        return run(raw, notebooks, false, options);
    }

    /// As [#run], with few numbers in the place of many.
    Outcome runQuick(Path raw, List<Path> notebooks) throws IOException, InterruptedException {
        return run(raw, notebooks, true);
    }

    private Outcome run(Path raw, List<Path> notebooks, boolean quick, String... options)
            throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LECTERN_QUICK", quick ? "1" : "0");
        environment.put("JUPYTER_PATH", prefix.resolve("share/jupyter").toString());
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("LECTERN_OFFLINE", "1");
        var command = new ArrayList<>(List.of(python, RENDER.toString(), "--output", raw.toString()));
        command.addAll(List.of(options));
        notebooks.forEach(notebook -> command.add(notebook.toAbsolutePath().toString()));
        return Outcome.of(environment, "", command);
    }

    /// Writes a notebook of code cells; a cell that starts with `#` is text.
    static Path notebook(Path file, String... sources) throws IOException {
        var cells = new JsonArray();
        for (String source : sources) {
            var cell = new JsonObject();
            cell.add("metadata", new JsonObject());
            cell.addProperty("source", source);
            if (source.startsWith("#")) {
                cell.addProperty("cell_type", "markdown");
            } else {
                cell.addProperty("cell_type", "code");
                cell.add("outputs", new JsonArray());
                cell.add("execution_count", JsonNull.INSTANCE);
            }
            cells.add(cell);
        }
        var notebook = new JsonObject();
        notebook.add("cells", cells);
        notebook.add(
                "metadata",
                JsonParser.parseString(
                        "{\"kernelspec\": {\"name\": \"lectern\", \"display_name\": \"Java (Lectern)\"}}"));
        notebook.addProperty("nbformat", 4);
        notebook.addProperty("nbformat_minor", 4);
        return Files.writeString(file, notebook.toString());
    }
}
