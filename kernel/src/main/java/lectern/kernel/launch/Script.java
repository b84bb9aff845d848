package lectern.kernel.launch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A file to be run without Jupyter: a script, Java source, or a notebook.
///
/// @param file where it is
/// @param cells what is run, one after another
record Script(Path file, List<Cell> cells) {

    /// @param place how messages call it
    /// @param code what it says
    /// @param mayFail whether the ones behind it run though it fails, as Jupyter's tag `raises-exception` has it
    record Cell(String place, String code, boolean mayFail) {}

    /// @throws IOException if it cannot be read, or is no file of this kind
    static Script read(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException("run: expected a file, found no " + file, e);
        } catch (CharacterCodingException e) {
            throw new IOException("run: expected text in UTF-8, found other bytes in " + file, e);
        }
        return switch (suffix(file)) {
            case "jsh", "java" -> new Script(file, List.of(new Cell(file.toString(), plain(text), false)));
            case "ipynb" -> new Script(file, notebook(file, text));
            default -> throw new IOException("run: expected a file ending in .jsh, .java or .ipynb, found " + file);
        };
    }

    private static String suffix(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /// Without what a cell does not know: the line that has an operating system run the file, and the package.
    private static String plain(String text) {
        var code = text.startsWith("\ufeff") ? text.substring(1) : text;
        return code.replaceFirst("\\A#!.*", "").replaceFirst("(?m)^package\\s+[\\w.]+\\s*;", "");
    }

    private static List<Cell> notebook(Path file, String text) throws IOException {
        var cells = new ArrayList<Cell>();
        try {
            var json = JsonParser.parseString(text).getAsJsonObject();
            for (var element : json.getAsJsonArray("cells")) {
                var cell = element.getAsJsonObject();
                if (cell.get("cell_type").getAsString().equals("code")) {
                    int number = cells.size() + 1;
                    cells.add(new Cell(file + " cell " + number, source(cell.get("source")), tagged(cell)));
                }
            }
        } catch (JsonParseException
                | ClassCastException
                | IllegalStateException
                | UnsupportedOperationException
                | NullPointerException e) {
            throw new IOException("run: expected a notebook of format 4, found other content in " + file, e);
        }
        return cells;
    }

    private static String source(JsonElement source) {
        if (source instanceof JsonArray lines) {
            var text = new StringBuilder();
            lines.forEach(line -> text.append(line.getAsString()));
            return text.toString();
        }
        return source.getAsString();
    }

    private static boolean tagged(JsonObject cell) {
        return cell.get("metadata") instanceof JsonObject metadata
                && metadata.get("tags") instanceof JsonArray tags
                && tags.asList().stream().anyMatch(tag -> tag.getAsString().equals("raises-exception"));
    }

    /// Declares `args`, as a program has them.
    static String arguments(List<String> arguments) {
        var literals = arguments.stream().map(Script::literal).toList();
        return "String[] args = {" + String.join(", ", literals) + "};";
    }

    private static String literal(String text) {
        var literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            literal.append(
                    c == '"' || c == '\\'
                            ? "\\" + c
                            : c < ' ' ? String.format(Locale.ROOT, "\\%03o", (int) c) : String.valueOf(c));
        }
        return literal.append('"').toString();
    }
}
