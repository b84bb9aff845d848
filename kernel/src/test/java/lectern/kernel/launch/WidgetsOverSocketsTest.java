package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WidgetsOverSocketsTest {

    private static final String VIEW = "application/vnd.jupyter.widget-view+json";

    @AutoClose
    private static TestClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        client = new TestClient(folder);
    }

    /// What a page learns of a widget by its opening.
    private static JsonObject opened(TestClient.Run run, String model) {
        return run.published().stream()
                .filter(answer -> answer.type().equals("comm_open"))
                .map(TestClient.Answer::content)
                .filter(content ->
                        state(content).get("_model_name").getAsString().equals(model))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected " + model + ", found " + run.published()));
    }

    private static JsonObject state(JsonObject content) {
        return content.getAsJsonObject("data").getAsJsonObject("state");
    }

    private static String id(JsonObject opened) {
        return opened.get("comm_id").getAsString();
    }

    private static String say(String id, String data) {
        var content = new JsonObject();
        content.addProperty("comm_id", id);
        content.add("data", JsonParser.parseString(data));
        return client.send(client.shell, "comm_msg", content);
    }

    private static String move(String id, Object value) {
        return say(id, "{\"method\": \"update\", \"state\": {\"value\": " + value + "}, \"buffer_paths\": []}");
    }

    /// What the page is told by this method while a request is answered.
    private static List<JsonObject> told(List<TestClient.Answer> answers, String method) {
        return answers.stream()
                .filter(answer -> answer.type().equals("comm_msg"))
                .map(answer -> answer.content().getAsJsonObject("data"))
                .filter(data -> data.get("method").getAsString().equals(method))
                .toList();
    }

    private static JsonArray outputs(List<TestClient.Answer> answers) {
        return lastOutputs(answers).orElseThrow(() -> new AssertionError("expected outputs, found " + answers));
    }

    private static Optional<JsonArray> lastOutputs(List<TestClient.Answer> answers) {
        return told(answers, "update").stream()
                .map(data -> data.getAsJsonObject("state"))
                .filter(state -> state.has("outputs"))
                .reduce((_, last) -> last)
                .map(state -> state.getAsJsonArray("outputs"));
    }

    private static JsonArray moved(String id, Object value) {
        return outputs(client.untilIdle(move(id, value)));
    }

    private static String result(String code) {
        return client.execute(code)
                .first("execute_result")
                .getAsJsonObject("data")
                .get("text/plain")
                .getAsString();
    }

    @Test
    void aSliderIsOpenedWhenItIsShownAndKnowsWhereItStands() {
        assertFalse(client.execute("var k = slider(\"k\", 1, 20);").published().stream()
                .anyMatch(answer -> answer.type().equals("comm_open")));
        var run = client.execute("k");
        var opened = opened(run, "IntSliderModel");
        assertEquals("jupyter.widget", opened.get("target_name").getAsString());
        assertEquals(
                List.of("2.1.0", "2.1.0", "2.1.0"),
                run.published().stream()
                        .filter(answer -> answer.type().equals("comm_open"))
                        .map(answer -> answer.metadata().get("version").getAsString())
                        .toList());
        var state = state(opened);
        assertEquals(
                "@jupyter-widgets/controls 2.0.0",
                state.get("_model_module").getAsString() + " "
                        + state.get("_model_module_version").getAsString());
        assertEquals(
                "IPY_MODEL_" + id(opened(run, "LayoutModel")),
                state.get("layout").getAsString());
        assertEquals(
                "IPY_MODEL_" + id(opened(run, "SliderStyleModel")),
                state.get("style").getAsString());
        var shown = run.first("execute_result").getAsJsonObject("data");
        assertEquals("k: 1 (1 ... 20)", shown.get("text/plain").getAsString());
        assertEquals(id(opened), shown.getAsJsonObject(VIEW).get("model_id").getAsString());
        var echo = told(client.untilIdle(move(id(opened), 5)), "echo_update").getFirst();
        assertEquals("{\"value\":5}", echo.getAsJsonObject("state").toString());
        assertEquals("5", result("k.value()"));
        assertEquals(
                "{\"value\":7}",
                told(client.execute("k.set(7);").published(), "update")
                        .getFirst()
                        .getAsJsonObject("state")
                        .toString());
    }

    @Test
    void aPageThatIsLoadedAnewGetsAllStates() {
        var id = id(opened(client.execute("var x = slider(\"x\", 0, 0.3);\nx"), "FloatSliderModel"));
        client.untilIdle(move(id, 0.2));
        client.execute("x.set(0.25);");
        var opening = new JsonObject();
        opening.addProperty("comm_id", "control-1");
        opening.addProperty("target_name", "jupyter.widget.control");
        opening.add("data", new JsonObject());
        client.untilIdle(client.send(client.shell, "comm_open", opening));
        var all = told(client.untilIdle(say("control-1", "{\"method\": \"request_states\"}")), "update_states")
                .getFirst();
        var one = all.getAsJsonObject("states").getAsJsonObject(id);
        assertEquals("FloatSliderModel", one.get("model_name").getAsString());
        assertEquals(0.25, one.getAsJsonObject("state").get("value").getAsDouble());
        assertEquals(0.3, one.getAsJsonObject("state").get("max").getAsDouble());
        // The way of pages that know no control comm.
        var again = told(client.untilIdle(say(id, "{\"method\": \"request_state\"}")), "update")
                .getFirst();
        assertEquals(one.getAsJsonObject("state"), again.getAsJsonObject("state"));
    }

    @Test
    void aFunctionFollowsItsControls() {
        var run = client.execute("""
                interact(slider("k", 1, 20).start(3), choice("f", "a", "b"), (k, f) -> {
                    System.out.println("computing");
                    return k * 2 + f;
                });""");
        assertEquals("", run.text("stdout"));
        var shown = run.published().stream()
                .filter(answer -> answer.type().equals("display_data"))
                .map(answer -> answer.content().getAsJsonObject("data"))
                .toList();
        assertEquals(
                "k: 3 (1 ... 20)\nf: a (a, b)\ncomputing",
                shown.get(0).get("text/plain").getAsString());
        assertEquals(
                id(opened(run, "VBoxModel")),
                shown.get(0).getAsJsonObject(VIEW).get("model_id").getAsString());
        assertEquals("6a", shown.get(1).get("text/plain").getAsString());
        assertEquals(
                id(opened(run, "OutputModel")),
                shown.get(1).getAsJsonObject(VIEW).get("model_id").getAsString());
        assertEquals(
                2, state(opened(run, "OutputModel")).getAsJsonArray("outputs").size());
        var outputs = moved(id(opened(run, "IntSliderModel")), 5);
        assertEquals(2, outputs.size());
        assertEquals("computing\n", outputs.get(0).getAsJsonObject().get("text").getAsString());
        assertEquals("10a", plain(outputs, 1));
        var list = id(opened(run, "DropdownModel"));
        assertEquals(
                "10b",
                plain(outputs(client.untilIdle(say(list, "{\"method\": \"update\", \"state\": {\"index\": 1}}"))), 1));
    }

    private static String plain(JsonArray outputs, int index) {
        return outputs.get(index)
                .getAsJsonObject()
                .getAsJsonObject("data")
                .get("text/plain")
                .getAsString();
    }

    @Test
    void aFunctionThatFailsAtTheStartFailsTheCell() {
        var run = client.execute(
                "interact(slider(\"k\", 1, 20), k -> { System.out.print(\"first\"); return 1 / (k - 1); });");
        assertEquals("ArithmeticException", run.reply().get("ename").getAsString());
        assertEquals("first", run.text("stdout"));
        assertFalse(run.published().stream().anyMatch(answer -> answer.type().equals("display_data")));
    }

    @Test
    void aFailureIsShownInPlaceAndTheNextMoveWorks() {
        var run = client.execute("interact(slider(\"k\", 1, 20), k -> 10 / (k - 5));");
        var id = id(opened(run, "IntSliderModel"));
        var error = moved(id, 5).get(0).getAsJsonObject();
        assertEquals("error", error.get("output_type").getAsString());
        assertEquals("ArithmeticException", error.get("ename").getAsString());
        assertTrue(error.get("traceback").toString().contains("line 1"), error::toString);
        var next = moved(id, 10);
        assertEquals(1, next.size());
        assertEquals("2", plain(next, 0));
    }

    @Test
    void ofMovesThatComeMeanwhileOnlyTheLastIsComputed(@TempDir Path folder) throws IOException {
        var go = folder.resolve("go");
        var run = client.execute("""
                var computed = new ArrayList<Integer>();
                interact(slider("k", 1, 20), k -> {
                    computed.add(k);
                    if (k == 2) {
                        System.out.println("begun");
                        while (!Files.exists(Path.of("%s"))) { Thread.sleep(10); }
                    }
                    return k;
                });""".formatted(go));
        var id = id(opened(run, "IntSliderModel"));
        move(id, 2);
        // It is shown while the function still runs.
        while (lastOutputs(List.of(client.awaitPublished("comm_msg"))).isEmpty()) {}
        var last = "";
        for (int k = 3; k <= 9; k++) {
            last = move(id, k);
        }
        for (int i = 0; i < 3; i++) {
            client.request(client.control, "kernel_info_request", new JsonObject());
        }
        Files.createFile(go);
        assertEquals("9", plain(outputs(client.untilIdle(last)), 0));
        assertEquals("[1, 2, 9]", result("computed"));
    }

    @Test
    void aFunctionThatDoesNotEndIsInterruptedAndTheNextMoveWorks() {
        var run = client.execute("interact(slider(\"n\", 0, 5), n -> { System.out.println(\"go\"); while (n == 1) {} "
                + "return n; });");
        var id = id(opened(run, "IntSliderModel"));
        var request = move(id, 1);
        while (lastOutputs(List.of(client.awaitPublished("comm_msg"))).isEmpty()) {}
        client.send(client.control, "interrupt_request", new JsonObject());
        var outputs = outputs(client.untilIdle(request));
        assertEquals(
                "Interrupted", outputs.get(1).getAsJsonObject().get("ename").getAsString());
        assertEquals("2", plain(moved(id, 2), 1));
        assertEquals("ok", client.execute("1").reply().get("status").getAsString());
    }

    @Test
    void whatAButtonDoesIsSeenBelowItAndFiguresGrowThere() {
        var run = client.execute("""
                var curve = chart("loss");
                button("train", () -> {
                    curve.show();
                    for (int i = 0; i < 3; i++) { curve.add(i, 1.0 / (i + 1)); }
                    Thread.ofPlatform().start(() -> System.out.println("from a thread")).join();
                })""");
        assertEquals(
                "[train]",
                run.first("execute_result")
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString());
        var id = id(opened(run, "ButtonModel"));
        var click = "{\"method\": \"custom\", \"content\": {\"event\": \"click\"}}";
        for (int i = 0; i < 2; i++) {
            var answers = client.untilIdle(say(id, click));
            var outputs = new ArrayList<JsonObject>();
            outputs(answers).forEach(output -> outputs.add(output.getAsJsonObject()));
            assertEquals(2, outputs.size(), outputs::toString);
            assertTrue(outputs.get(0)
                    .getAsJsonObject("data")
                    .get("image/svg+xml")
                    .getAsString()
                    .contains("<svg"));
            assertFalse(outputs.get(0).has("transient"));
            assertEquals("from a thread\n", outputs.get(1).get("text").getAsString());
            assertFalse(answers.stream().anyMatch(answer -> answer.type().equals("update_display_data")));
        }
    }

    @Test
    void whereNobodySitsTextAndPictureAreShownAndNothingIsOpened() {
        var content = TestClient.code("slider(\"k\", 1, 20)");
        content.addProperty("allow_stdin", false);
        var run = client.request(client.shell, "execute_request", content);
        assertEquals(
                "{\"text/plain\":\"k: 1 (1 ... 20)\"}",
                run.first("execute_result").getAsJsonObject("data").toString());
        content.addProperty("code", "interact(slider(\"k\", 1, 20), k -> chart().line(\"y\", new double[] {k, 2}));");
        run = client.request(client.shell, "execute_request", content);
        assertFalse(run.published().stream().anyMatch(answer -> answer.type().equals("comm_open")));
        var shown = run.published().stream()
                .filter(answer -> answer.type().equals("display_data"))
                .map(answer -> answer.content().getAsJsonObject("data").keySet())
                .toList();
        assertEquals(2, shown.size());
        assertEquals(Set.of("text/plain"), shown.get(0));
        assertEquals(Set.of("text/plain", "image/svg+xml", "application/pdf"), shown.get(1));
    }

    @Test
    void framesAreShownByAllFormsOfTheirPictures() {
        var shown = client.execute("frames(\"epoch\", List.of(1, 2), e -> chart().line(\"loss\", new double[] {3, e}))")
                .first("execute_result")
                .getAsJsonObject("data");
        assertTrue(shown.get("text/plain").getAsString().startsWith("epoch: 1, 2\nepoch = 2\n"));
        assertTrue(shown.get("text/html").getAsString().contains("data:image/svg+xml,"));
        assertTrue(shown.get("image/svg+xml").getAsString().startsWith("<svg"));
    }
}
