package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommsOverSocketsTest {

    @AutoClose
    private static TestClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        client = new TestClient(folder);
    }

    private static JsonObject content(String id) {
        var content = new JsonObject();
        content.addProperty("comm_id", id);
        var data = new JsonObject();
        data.addProperty("n", 7);
        content.add("data", data);
        return content;
    }

    private static JsonObject opening(String id, String target) {
        var content = content(id);
        content.addProperty("target_name", target);
        return content;
    }

    private static List<TestClient.Answer> tell(String type, JsonObject content, byte[]... buffers) {
        return client.untilIdle(client.send(client.shell, type, content, List.of(buffers)));
    }

    private static List<String> types(List<TestClient.Answer> answers) {
        return answers.stream()
                .map(TestClient.Answer::type)
                .filter(type -> !type.equals("status"))
                .toList();
    }

    private static TestClient.Answer first(List<TestClient.Answer> answers, String type) {
        return answers.stream()
                .filter(answer -> answer.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("expected " + type + ", found " + answers));
    }

    private static JsonObject open(String target) {
        var content = new JsonObject();
        if (!target.isEmpty()) {
            content.addProperty("target_name", target);
        }
        return client.request(client.shell, "comm_info_request", content)
                .reply()
                .getAsJsonObject("comms");
    }

    @Test
    void aCommOfAnUnknownTargetIsClosed() {
        var answers = tell("comm_open", opening("u1", "no such target"));
        assertEquals(List.of("comm_close"), types(answers));
        assertEquals("u1", first(answers, "comm_close").content().get("comm_id").getAsString());
        assertFalse(open("").has("u1"));
        assertEquals(List.of(), types(tell("comm_msg", content("u1"))));
        assertEquals(List.of(), types(tell("comm_close", content("u1"))));
    }

    @Test
    void anEchoComesBackWithItsBytesUnderItsOwnParent() {
        client.execute("""
                comms().register("echo", (comm, opening) -> {
                    System.out.println("opened with " + opening.data().get("n"));
                    comm.onMessage(message -> {
                        System.out.print("heard " + message.data().get("n"));
                        comm.send(message);
                    });
                    comm.onClose(message -> System.out.println("closed"));
                });""");
        var opened = tell("comm_open", opening("e1", "echo"));
        assertEquals(
                "opened with 7\n", first(opened, "stream").content().get("text").getAsString());
        assertEquals(
                "echo", open("echo").getAsJsonObject("e1").get("target_name").getAsString());
        assertFalse(open("other").has("e1"));
        var answers = tell("comm_msg", content("e1"), new byte[] {1, -1, 0}, new byte[0]);
        var echo = first(answers, "comm_msg");
        assertEquals(content("e1"), echo.content());
        assertEquals(2, echo.buffers().size());
        assertArrayEquals(new byte[] {1, -1, 0}, echo.buffers().getFirst());
        assertEquals("heard 7", first(answers, "stream").content().get("text").getAsString());
        assertEquals(
                "closed\n",
                first(tell("comm_close", content("e1")), "stream")
                        .content()
                        .get("text")
                        .getAsString());
        assertEquals(0, open("echo").size());
    }

    @Test
    void aCellOpensACommAndSpeaks() {
        var run = client.execute("""
                import com.google.gson.JsonObject;
                import lectern.kernel.comm.CommMessage;
                var metadata = new JsonObject();
                metadata.addProperty("version", "2.1.0");
                var mine = comms().open("front", new CommMessage(new JsonObject(), metadata, List.of()));
                var seen = new ArrayList<Integer>();
                mine.onMessage(message -> seen.add(message.data().get("n").getAsInt()));
                mine.send(new JsonObject(), List.of(new byte[] {5}));
                mine.id()""");
        var id = run.first("execute_result")
                .getAsJsonObject("data")
                .get("text/plain")
                .getAsString();
        var opened = first(run.published(), "comm_open");
        assertEquals("front", opened.content().get("target_name").getAsString());
        assertEquals("2.1.0", opened.metadata().get("version").getAsString());
        assertEquals(id, opened.content().get("comm_id").getAsString());
        assertArrayEquals(
                new byte[] {5}, first(run.published(), "comm_msg").buffers().getFirst());
        tell("comm_msg", content(id));
        assertEquals(
                "[7]",
                client.execute("seen")
                        .first("execute_result")
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString());
        assertEquals(
                id,
                client.execute("mine.close();")
                        .first("comm_close")
                        .get("comm_id")
                        .getAsString());
        assertEquals(
                "send: expected an open comm, found front " + id + " closed",
                client.execute("mine.send(new JsonObject());")
                        .reply()
                        .get("evalue")
                        .getAsString());
    }

    @Test
    void aHandlerThatFailsIsReportedAndTheCommStaysOpen() {
        client.execute("""
                comms().register("weak", (comm, opening) -> comm.onMessage(message -> {
                    throw new IllegalStateException("no");
                }));
                comms().register("unwilling", (comm, opening) -> { throw new IOException("not today"); });""");
        tell("comm_open", opening("w1", "weak"));
        var error = first(tell("comm_msg", content("w1")), "error").content();
        assertEquals("IllegalStateException", error.get("ename").getAsString());
        assertTrue(error.get("traceback").toString().contains("line 2"), error::toString);
        assertTrue(open("weak").has("w1"));
        var refused = tell("comm_open", opening("w2", "unwilling"));
        assertEquals(List.of("comm_close", "error"), types(refused));
        assertEquals(
                "not today", first(refused, "error").content().get("evalue").getAsString());
    }

    @Test
    void aHandlerThatDoesNotEndIsInterrupted() {
        client.execute(
                "comms().register(\"endless\", (comm, opening) -> { System.out.println(\"go\"); while (true) {} });");
        var id = client.send(client.shell, "comm_open", opening("x1", "endless"));
        client.awaitPublished("stream");
        client.send(client.control, "interrupt_request", new JsonObject());
        assertEquals(
                "Interrupted",
                first(client.untilIdle(id), "error").content().get("ename").getAsString());
        assertEquals("ok", client.execute("1").reply().get("status").getAsString());
    }

    @Test
    void jjavasCommManagerWorks() {
        client.execute("""
                import com.google.gson.JsonObject;
                import org.dflib.jjava.jupyter.kernel.comm.*;
                import org.dflib.jjava.jupyter.messages.Message;
                import org.dflib.jjava.jupyter.messages.comm.*;
                class Echo extends Comm {
                    Echo(CommManager manager, String id, String target) { super(manager, id, target); }
                    @Override public void onMessage(Message<CommMsgCommand> message) { send(message.getContent().getData()); }
                    @Override public void onClose(Message<CommCloseCommand> message, boolean sending) {
                        System.out.print("closed " + sending);
                    }
                }
                kernel().getCommManager().registerTarget("theirs", (manager, id, target, message) -> new Echo(manager, id, target));""");
        tell("comm_open", opening("j1", "theirs"));
        assertEquals(
                content("j1"),
                first(tell("comm_msg", content("j1")), "comm_msg").content());
        assertEquals(
                "closed false",
                first(tell("comm_close", content("j1")), "stream")
                        .content()
                        .get("text")
                        .getAsString());
        var run = client.execute(
                "var own = kernel().getCommManager().openComm(\"front\", (manager, id, target, message) -> "
                        + "new Echo(manager, id, target));\nown.send(new JsonObject());\nown.close();");
        assertEquals(
                List.of("comm_open", "comm_msg", "comm_close", "stream"),
                types(run.published()).stream()
                        .filter(type -> !type.equals("execute_input"))
                        .toList());
        assertEquals("closed true", run.text("stdout"));
    }
}
