package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelOverSocketsTest {

    @AutoClose
    private static TestClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        client = new TestClient(folder);
    }

    private static String result(TestClient.Run run) {
        return run.first("execute_result")
                .getAsJsonObject("data")
                .get("text/plain")
                .getAsString();
    }

    private static String status(TestClient.Run run) {
        return run.reply().get("status").getAsString();
    }

    @Test
    void theKernelSaysWhatItIs() {
        var reply = client.request(client.shell, "kernel_info_request", new JsonObject())
                .reply();
        assertEquals("ok", reply.get("status").getAsString());
        assertEquals("5.5", reply.get("protocol_version").getAsString());
        assertEquals("java", reply.getAsJsonObject("language_info").get("name").getAsString());
    }

    @Test
    void aCellPrintsAndHasAResult() {
        var run = client.execute("System.out.println(\"ü\"); System.err.print(\"e\");\n40 + 2");
        assertEquals("ü\n", run.text("stdout"));
        assertEquals("e", run.text("stderr"));
        assertEquals("42", result(run));
        assertEquals("ok", status(run));
    }

    @Test
    void theLibrariesAreImported() {
        assertTrue(result(client.execute("Tensor.zeros(2, 3)")).contains("(2, 3)"));
    }

    @Test
    void aFigureIsShownAndUpdatedInPlace() {
        var run = client.execute("var curve = chart(\"loss\").show();\ncurve.add(1, 0.5);");
        var shown = run.first("display_data");
        var updated = run.first("update_display_data");
        assertEquals(shown.get("transient"), updated.get("transient"));
        assertTrue(updated.getAsJsonObject("data").has("image/svg+xml"));
        assertFalse(updated.getAsJsonObject("data").has("text/html"));
    }

    @Test
    void anErrorIsPublishedAndReplied() {
        var run = client.execute("throw new IllegalStateException(\"why\");");
        assertEquals("error", status(run));
        assertEquals("IllegalStateException", run.reply().get("ename").getAsString());
        assertEquals("why", run.first("error").get("evalue").getAsString());
    }

    @Test
    void aThreadThatFailsIsShownUnderTheLatestCell() {
        client.execute("void fail() { throw new IllegalStateException(\"late\", new RuntimeException(\"why\")); }");
        var run = client.execute("var failing = Thread.ofPlatform().name(\"worker\").start(() -> {\n"
                + "    fail();\n});\nfailing.join();");
        int number = run.reply().get("execution_count").getAsInt();
        assertEquals(
                """
                in thread "worker"
                IllegalStateException: late
                    at cell [%d], line 1 in fail(): void fail() { throw new IllegalStateException("late", \
                new RuntimeException("why")); }
                    at cell [%d], line 2: fail();
                Caused by RuntimeException: why
                    at cell [%d], line 1 in fail(): void fail() { throw new IllegalStateException("late", \
                new RuntimeException("why")); }
                    at cell [%d], line 2: fail();
                """.formatted(number - 1, number, number - 1, number),
                run.text("stderr").replaceAll("\u001b\\[[0-9;]*m", ""));
        assertEquals("ok", status(run));
    }

    @Test
    void manyLinesArriveWholeInFewMessages() {
        var run = client.execute("for (int i = 0; i < 100_000; i++) System.out.println(\"line \" + i);");
        var lines = run.text("stdout").lines().toList();
        assertEquals(100_000, lines.size());
        assertEquals("line 99999", lines.getLast());
        assertTrue(run.published().size() < 1_000, () -> run.published().size() + " messages");
    }

    @Test
    void anEndlessLoopIsInterruptedAndQueuedCellsAreAborted() {
        client.execute("int kept = 5;");
        var loop = client.send(
                client.shell, "execute_request", TestClient.code("System.out.println(\"on\"); while (true) { }"));
        var queued = client.send(client.shell, "execute_request", TestClient.code("kept = 6;"));
        client.awaitPublished("stream");
        client.send(client.control, "interrupt_request", new JsonObject());
        assertEquals("interrupt_reply", client.receive(client.control).type());
        assertEquals(
                "Interrupted",
                client.await(client.shell, loop).reply().get("ename").getAsString());
        assertEquals("aborted", status(client.await(client.shell, queued)));
        assertEquals("5", result(client.execute("kept")));
    }

    @Test
    void anErrorAbortsTheQueueUnlessToldNotTo() {
        // It fails when it is told to: by then the one behind it has come in.
        var failing = "IO.readln();\nthrow new RuntimeException();";
        var stopping = client.send(client.shell, "execute_request", TestClient.code(failing));
        var behind = client.send(client.shell, "execute_request", TestClient.code("1"));
        client.answerInput("");
        assertEquals("error", status(client.await(client.shell, stopping)));
        assertEquals("aborted", status(client.await(client.shell, behind)));

        var going = TestClient.code(failing);
        going.addProperty("stop_on_error", false);
        var first = client.send(client.shell, "execute_request", going);
        var second = client.send(client.shell, "execute_request", TestClient.code("1"));
        client.answerInput("");
        assertEquals("error", status(client.await(client.shell, first)));
        assertEquals("ok", status(client.await(client.shell, second)));
    }

    @Test
    void whatIsNotAMessageIsDropped() {
        client.send(client.shell, "execute_request", TestClient.code("int forged = 1;"), "another key");
        client.shell.send("one frame");
        var valid = List.of("{\"msg_type\": \"execute_request\"}", "{}", "{}", "{\"code\": \"int forged = 1;\"}");
        TestClient.sendFrames(client.shell, valid, "");
        var truncated = valid.subList(0, 3);
        TestClient.sendFrames(client.shell, truncated, TestClient.signature(truncated, TestClient.KEY));
        for (var broken : List.of("{\"code\": ", "[]", "7", "", "\u0000")) {
            var frames = List.of(valid.get(0), "{}", "{}", broken);
            TestClient.sendFrames(client.shell, frames, TestClient.signature(frames, TestClient.KEY));
            TestClient.sendFrames(client.control, frames, TestClient.signature(frames, TestClient.KEY));
        }
        client.send(client.shell, "no_such_request", new JsonObject());
        var run = client.execute("forged");
        assertEquals(
                "cannot find symbol: variable forged", run.reply().get("evalue").getAsString());
    }

    @Test
    void expressionsOfTheUserAreEvaluated() {
        var request = TestClient.code("int u = 4;");
        var expressions = new JsonObject();
        expressions.addProperty("good", "u + 1");
        expressions.addProperty("bad", "nothing");
        request.add("user_expressions", expressions);
        var values =
                client.request(client.shell, "execute_request", request).reply().getAsJsonObject("user_expressions");
        assertEquals(
                "5",
                values.getAsJsonObject("good")
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString());
        assertEquals("error", values.getAsJsonObject("bad").get("status").getAsString());
    }

    @Test
    void completionCountsCodePoints() {
        var request = TestClient.code("String s = \"😀\"; s.toUpp");
        request.addProperty("cursor_pos", 24 - 1);
        var reply = client.request(client.shell, "complete_request", request).reply();
        assertTrue(reply.getAsJsonArray("matches").toString().contains("toUpperCase"), reply.toString());
        assertEquals(18, reply.get("cursor_start").getAsInt());
        assertEquals(23, reply.get("cursor_end").getAsInt());
        var type = reply.getAsJsonObject("metadata")
                .getAsJsonArray("_jupyter_types_experimental")
                .get(0)
                .getAsJsonObject();
        assertEquals("toUpperCase(", type.get("text").getAsString());
        assertEquals("function", type.get("type").getAsString());
        assertEquals(18, type.get("start").getAsInt());
        assertEquals(23, type.get("end").getAsInt());
    }

    @Test
    void completenessIsToldWithTheIndentationToCome() {
        assertEquals("complete", isComplete("int i = 1;").get("status").getAsString());
        assertEquals("invalid", isComplete("int = ) 3;").get("status").getAsString());
        var reply = isComplete("class A {\n    void go() {");
        assertEquals("incomplete", reply.get("status").getAsString());
        assertEquals("        ", reply.get("indent").getAsString());
    }

    private static JsonObject isComplete(String code) {
        return client.request(client.shell, "is_complete_request", TestClient.code(code))
                .reply();
    }

    @Test
    void inspectionShowsADeclarationOfAnotherCell() {
        client.execute("/** Half of it. */\ndouble half(double x) { return x / 2; }");
        var request = TestClient.code("half(3)");
        request.addProperty("cursor_pos", 2);
        var reply = client.request(client.shell, "inspect_request", request).reply();
        assertTrue(reply.get("found").getAsBoolean());
        assertEquals(
                "double half(double x)\n\nHalf of it.",
                reply.getAsJsonObject("data").get("text/plain").getAsString());
        assertEquals(
                "<pre>double half(double x)</pre>\n<div>Half of it.</div>",
                reply.getAsJsonObject("data").get("text/html").getAsString());

        request = TestClient.code("%time half(3)");
        request.addProperty("cursor_pos", 2);
        reply = client.request(client.shell, "inspect_request", request).reply();
        assertTrue(reply.getAsJsonObject("data").get("text/plain").getAsString().startsWith("%time CODE"));

        request = TestClient.code("nowhere");
        request.addProperty("cursor_pos", 3);
        reply = client.request(client.shell, "inspect_request", request).reply();
        assertEquals("ok", reply.get("status").getAsString());
        assertFalse(reply.get("found").getAsBoolean());
    }

    @Test
    void aCommOfAnUnknownTargetIsClosed() {
        var content = new JsonObject();
        content.addProperty("comm_id", "c1");
        content.addProperty("target_name", "nobody");
        var id = client.send(client.shell, "comm_open", content);
        var published = client.untilIdle(id);
        assertTrue(published.stream().anyMatch(answer -> answer.type().equals("comm_close")), published.toString());
    }

    @Test
    void historyIsAnswered() {
        var silent = TestClient.code("int whispered = 1;");
        silent.addProperty("silent", true);
        client.request(client.shell, "execute_request", silent);
        int first = client.execute("int remembered = 1;")
                .reply()
                .get("execution_count")
                .getAsInt();
        client.execute("remembered + 1");

        assertEquals(
                "[[1,%d,\"int remembered = 1;\"],[1,%d,\"remembered + 1\"]]".formatted(first, first + 1),
                history("{\"hist_access_type\": \"tail\", \"n\": 2}"));
        assertEquals(
                "[[1,%d,\"int remembered = 1;\"]]".formatted(first),
                history("{\"hist_access_type\": \"range\", \"start\": %d, \"stop\": %d}".formatted(first, first + 1)));
        assertEquals(
                "[[1,%d,[\"int remembered = 1;\",null]]]".formatted(first),
                history("{\"hist_access_type\": \"search\", \"pattern\": \"int rem?mb*\", \"output\": true}"));
    }

    private static String history(String content) {
        var asked = JsonParser.parseString(content).getAsJsonObject();
        return client.request(client.shell, "history_request", asked)
                .reply()
                .get("history")
                .toString();
    }

    @Test
    void shutdownEndsTheProcess(@TempDir Path own) throws IOException, InterruptedException {
        try (var other = new TestClient(own)) {
            var reply = other.request(other.control, "shutdown_request", new JsonObject())
                    .reply();
            assertEquals("ok", reply.get("status").getAsString());
            assertTrue(other.exits());
            assertEquals(0, other.process.exitValue());
        }
    }

    @Test
    void aNameWithAQuestionMarkIsLookedUp() {
        var page = client.execute("Math.abs?")
                .reply()
                .getAsJsonArray("payload")
                .get(0)
                .getAsJsonObject();
        assertEquals("page", page.get("source").getAsString());
        assertTrue(page.getAsJsonObject("data").get("text/plain").getAsString().contains("int Math.abs(int"));
        assertEquals("[]", client.execute("1").reply().get("payload").toString());
    }

    @Test
    void aTextThatFailsIsAnErrorOfTheCell() {
        var run = client.execute(
                "new Object() { public String toString() { throw new IllegalStateException(\"no text\"); } }");
        assertEquals("error", status(run));
        assertEquals("no text", run.first("error").get("evalue").getAsString());
    }

    @Test
    void aTextThatNeverEndsIsInterrupted() {
        var id = client.send(client.shell, "execute_request", TestClient.code("""
                class Endless {
                    public String toString() {
                        System.out.println("on");
                        while (true) { }
                    }
                }
                new Endless()"""));
        client.awaitPublished("stream");
        client.send(client.control, "interrupt_request", new JsonObject());
        assertEquals("interrupt_reply", client.receive(client.control).type());
        var reply = client.await(client.shell, id).reply();
        assertEquals("Interrupted", reply.get("ename").getAsString());
    }
}
