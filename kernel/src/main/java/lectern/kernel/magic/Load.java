package lectern.kernel.magic;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import lectern.kernel.eval.Outcome;

/// `%load`: runs a file or a web address as if its text was a cell, of a notebook all its cells.
///
/// @param code runs code
record Load(Function<String, Outcome> code) implements LineCommand {

    private static final List<String> ENDINGS = List.of("", ".jsh", ".jshell", ".java", ".jjava");
    private static final int CONNECT_MILLISECONDS = 10_000;
    private static final int READ_MILLISECONDS = 30_000;

    @Override
    public Description description() {
        return new Description("%load FILE | URL", "run a Java file, or all cells of a notebook", "%load helpers.java");
    }

    @Override
    public Outcome run(List<String> arguments) throws Exception {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException("%load: expected one file or address, found "
                    + (arguments.isEmpty() ? "none" : String.join(" ", arguments)));
        }
        var place = arguments.getFirst();
        var text = text(place);
        Outcome last = new Outcome.Nothing();
        for (var cell : place.endsWith(".ipynb") ? cells(place, text) : List.of(text)) {
            last = code.apply(cell);
            if (last instanceof Outcome.Failure failure) {
                var lines = new ArrayList<>(failure.traceback());
                lines.addFirst("in " + place + ":");
                return new Outcome.Failure(failure.name(), failure.message(), lines);
            }
        }
        return new Outcome.Nothing();
    }

    private static String text(String place) throws IOException {
        if (place.matches("(https?|file):.*")) {
            var connection = URI.create(place).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLISECONDS);
            connection.setReadTimeout(READ_MILLISECONDS);
            try (var in = connection.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        for (var ending : ENDINGS) {
            var file = Path.of(place + ending);
            if (Files.isRegularFile(file)) {
                return Files.readString(file);
            }
        }
        throw new IllegalArgumentException("%load: expected a file, found none at "
                + Path.of(place).toAbsolutePath() + ", also not with .jsh, .jshell, .java or .jjava after it");
    }

    private static List<String> cells(String place, String text) {
        try {
            var cells = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("cells");
            return StreamSupport.stream(cells.spliterator(), false)
                    .map(JsonElement::getAsJsonObject)
                    .filter(cell -> cell.get("cell_type").getAsString().equals("code"))
                    .map(Load::source)
                    .toList();
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            throw new IllegalArgumentException(
                    "%load: expected a notebook of format 4, found something else in " + place, e);
        }
    }

    private static String source(JsonObject cell) {
        return cell.get("source") instanceof JsonArray lines
                ? StreamSupport.stream(lines.spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : cell.get("source").getAsString();
    }
}
