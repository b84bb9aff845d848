package lectern.notes;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A notebook's file, with the outputs that are kept in it.
///
/// @param name of the lecture
record Executed(String name, JsonObject json) {

    /// The last words of what `check` prints.
    private static final Pattern CHECK = Pattern.compile(".*: expected .*, found .*: (right|not yet)");

    private static final int SHOWN = 80;

    static Executed read(Path notebook) throws IOException {
        return new Executed(
                notebook.getFileName().toString().replaceFirst("\\.ipynb$", ""),
                JsonParser.parseString(Files.readString(notebook)).getAsJsonObject());
    }

    /// A code cell.
    ///
    /// @param number among the code cells from 1, as it stands beside it when it has run
    record Cell(int number, JsonObject json) {

        JsonArray outputs() {
            return json.getAsJsonArray("outputs");
        }

        boolean isTagged(String tag) {
            JsonArray tags = json.getAsJsonObject("metadata").getAsJsonArray("tags");
            return tags != null && tags.contains(JsonParser.parseString(tag));
        }

        /// What is compared: the form of each output, such as `output 1, image/svg+xml`, and its text.
        private Map<String, String> forms() {
            Map<String, String> forms = new LinkedHashMap<>();
            int number = 0;
            String printed = "";
            for (JsonElement element : outputs()) {
                JsonObject output = element.getAsJsonObject();
                String name = output.has("text") ? output.get("name").getAsString() : "";
                // What is printed comes in more pieces the slower a machine is.
                boolean goesOn = !name.isEmpty() && name.equals(printed);
                printed = name;
                number += goesOn ? 0 : 1;
                String place = "output " + number + ", ";
                if (output.has("data")) {
                    output.getAsJsonObject("data")
                            .entrySet()
                            .forEach(form -> forms.put(place + form.getKey(), joined(form.getValue())));
                } else if (output.has("text")) {
                    forms.merge(place + name, joined(output.get("text")), String::concat);
                } else {
                    forms.put(place + output.get("output_type").getAsString(), output.toString());
                }
            }
            return forms;
        }
    }

    List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (JsonElement element : json.getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            if (cell.get("cell_type").getAsString().equals("code")) {
                cells.add(new Cell(cells.size() + 1, cell));
            }
        }
        return cells;
    }

    /// The cells of exercises by the numbers of the exercises.
    Map<Integer, Cell> exercises() {
        return cells().stream()
                .filter(cell -> cell.isTagged("exercise"))
                .collect(Collectors.toMap(
                        cell -> cell.json()
                                .getAsJsonObject("metadata")
                                .get("exercise")
                                .getAsInt(),
                        cell -> cell));
    }

    /// What each check of an exercise answered.
    List<String> checks() {
        return cells().stream()
                .flatMap(cell -> cell.forms().values().stream())
                .flatMap(String::lines)
                .filter(line -> CHECK.matcher(line).matches())
                .toList();
    }

    /// Where the outputs of another run differ from those here, those aside that measure time.
    List<String> differences(Executed run) {
        List<Cell> here = cells();
        List<Cell> there = run.cells();
        if (here.size() != there.size()) {
            return List.of(name + ": expected " + here.size() + " code cells, found " + there.size());
        }
        return here.stream()
                .filter(cell -> !cell.isTagged("timing"))
                .flatMap(cell -> differences(cell, there.get(cell.number() - 1)))
                .toList();
    }

    private Stream<String> differences(Cell here, Cell there) {
        Map<String, String> expected = here.forms();
        Map<String, String> found = there.forms();
        var forms = new LinkedHashSet<>(expected.keySet());
        forms.addAll(found.keySet());
        return forms.stream()
                .filter(form -> !Objects.equals(expected.get(form), found.get(form)))
                .map(form -> name + ", cell " + here.number() + ", " + form + ": "
                        + difference(expected.getOrDefault(form, ""), found.getOrDefault(form, "")));
    }

    private static String difference(String expected, String found) {
        if (expected.isEmpty() || found.isEmpty()) {
            return "expected " + (expected.isEmpty() ? "none" : "one") + ", found "
                    + (found.isEmpty() ? "none" : "one");
        }
        int shorter = Math.min(expected.length(), found.length());
        int at = 0;
        while (at < shorter && expected.charAt(at) == found.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - SHOWN / 2);
        return "expected …" + expected.substring(from, Math.min(from + SHOWN, expected.length())) + "…, found …"
                + found.substring(from, Math.min(from + SHOWN, found.length())) + "…, different from character "
                + (at + 1)
                + " on";
    }

    /// A text that Jupyter may have cut into its lines.
    private static String joined(JsonElement text) {
        return text.isJsonArray()
                ? StreamSupport.stream(text.getAsJsonArray().spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : text.isJsonPrimitive() ? text.getAsString() : text.toString();
    }
}
