package lectern.nn.golden;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// A case of reference values: what goes in, what must come out, and how near.
final class GoldenCase {

    private final JsonObject json;
    private final Map<String, Var> variables = new LinkedHashMap<>();

    private GoldenCase(JsonObject json) {
        this.json = json;
    }

    static GoldenCase read(Path file) {
        try {
            return new GoldenCase(JsonParser.parseString(Files.readString(file)).getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return json.get("case").getAsString();
    }

    /// Whether its name or its notes have this word, in whatever case: where nothing else tells what is meant.
    boolean mentions(String word) {
        String said = name() + " " + json.get("notes");
        return said.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    String op() {
        return json.get("op").getAsString();
    }

    String category() {
        return json.get("category").getAsString();
    }

    double setting(String key) {
        return json.getAsJsonObject("config").get(key).getAsDouble();
    }

    boolean isSet(String key) {
        return json.getAsJsonObject("config").get(key).getAsBoolean();
    }

    int[] settings(String key) {
        return json.getAsJsonObject("config").getAsJsonArray(key).asList().stream()
                .mapToInt(JsonElement::getAsInt)
                .toArray();
    }

    String text(String key) {
        return json.getAsJsonObject("config").get(key).getAsString();
    }

    boolean hasSetting(String key) {
        return json.getAsJsonObject("config").has(key);
    }

    boolean hasParameter(String key) {
        return json.getAsJsonObject("params").has(key);
    }

    boolean hasOutput(String key) {
        return json.getAsJsonObject("outputs").has(key);
    }

    boolean hasInput(String key) {
        return json.getAsJsonObject("inputs").has(key);
    }

    boolean hasLoss() {
        return json.has("loss");
    }

    Shape outputShape(String key) {
        return shape(json.getAsJsonObject("outputs").getAsJsonObject(key));
    }

    /// The names of all parameters.
    Set<String> parameterNames() {
        return json.getAsJsonObject("params").keySet();
    }

    /// How many numbers an output holds.
    int outputCount(String key) {
        return outputShape(key).count();
    }

    /// A setting, or what it is where a case does not say.
    double setting(String key, double usual) {
        return hasSetting(key) ? setting(key) : usual;
    }

    /// An input that nobody asks the gradient of, such as labels, masks, given random numbers.
    Tensor given(String key) {
        return tensor(json.getAsJsonObject("inputs").getAsJsonObject(key));
    }

    Var input(String key) {
        return variable("inputs", key);
    }

    Var parameter(String key) {
        return variable("params", key);
    }

    /// A bias, which the cases give as (out) and our layers take as (1, out).
    Var row(String key) {
        return variables.computeIfAbsent(key, _ -> {
            Tensor bias = tensor(json.getAsJsonObject("params").getAsJsonObject(key));
            return Var.of(bias.reshape(1, bias.count()));
        });
    }

    boolean hasUpstream(String key) {
        return json.getAsJsonObject("upstream").has(key);
    }

    Tensor upstream(String key) {
        return tensor(json.getAsJsonObject("upstream").getAsJsonObject(key));
    }

    private Var variable(String group, String key) {
        return variables.computeIfAbsent(
                key, _ -> Var.of(tensor(json.getAsJsonObject(group).getAsJsonObject(key))));
    }

    private static Tensor tensor(JsonObject given) {
        return Tensor.of(shape(given), floats(given.getAsJsonArray("data")));
    }

    private static Shape shape(JsonObject given) {
        return Shape.of(given.getAsJsonArray("shape").asList().stream()
                .mapToInt(size -> size.getAsInt())
                .toArray());
    }

    private static float[] floats(JsonArray numbers) {
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i).getAsFloat();
        }
        return floats;
    }

    void assertOutput(String key, Tensor found) {
        assertNear(key, json.getAsJsonObject("outputs").getAsJsonObject(key), found);
    }

    void assertLoss(float found) {
        double expected = json.getAsJsonObject("loss").get("f64").getAsDouble();
        assertEquals(expected, found, 1e-5 * (1 + Math.abs(expected)), name() + " loss");
    }

    /// Before another way to the same gradients.
    void clearGradients() {
        variables.values().forEach(Var::clearGradient);
    }

    /// Every gradient that the case gives, of inputs and parameters.
    void assertGradients() {
        JsonObject gradients = json.getAsJsonObject("grads");
        for (String key : gradients.keySet()) {
            Var variable = variables.get(key);
            assertNear("gradient of " + key, gradients.getAsJsonObject(key), variable.gradient());
        }
    }

    /// Whole numbers must be equal, others near.
    private void assertNear(String what, JsonObject expected, Tensor found) {
        if (expected.has("data")) {
            assertArrayEquals(floats(expected.getAsJsonArray("data")), found.array(), name() + " " + what);
            return;
        }
        JsonArray wanted = expected.getAsJsonArray("f64");
        assertEquals(wanted.size(), found.count(), name() + " " + what);
        double largest = wanted.asList().stream()
                .mapToDouble(number -> Math.abs(number.getAsDouble()))
                .max()
                .orElse(0);
        double tolerance = Math.max(10 * expected.get("f32MaxAbsError").getAsDouble(), 1e-5 * (1 + largest));
        for (int i = 0; i < found.count(); i++) {
            assertEquals(wanted.get(i).getAsDouble(), found.array()[i], tolerance, name() + " " + what + " at " + i);
        }
    }
}
