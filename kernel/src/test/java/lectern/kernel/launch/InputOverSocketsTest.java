package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputOverSocketsTest {

    private static final String SCANNED = "new Scanner(System.in).nextLine()";
    private static final String READ = "IO.readln()";

    @AutoClose
    private static TestClient client;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException, InterruptedException {
        client = new TestClient(folder);
    }

    private static String evalue(TestClient.Run run) {
        return run.reply().get("evalue").getAsString();
    }

    @ParameterizedTest
    @ValueSource(strings = {SCANNED, READ, "new BufferedReader(new InputStreamReader(System.in)).readLine()"})
    void aCellAsksForEachLineItReads(String line) {
        var id =
                client.send(client.shell, "execute_request", TestClient.code(line + " + \"|\" + " + line + " + \"|\""));
        assertFalse(client.answerInput("gr\u00fcn").get("password").getAsBoolean());
        client.answerInput("");
        var run = client.await(client.shell, id);
        assertEquals(
                "gr\u00fcn||",
                run.first("execute_result")
                        .getAsJsonObject("data")
                        .get("text/plain")
                        .getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {SCANNED, READ, "System.in.read()"})
    void aFrontEndThatCannotAnswerIsNotAsked(String line) {
        var content = TestClient.code(line);
        content.addProperty("allow_stdin", false);
        assertEquals(
                "input: expected a front end that can ask for a line, found one that does not allow it",
                evalue(client.request(client.shell, "execute_request", content)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SCANNED, READ})
    void anInterruptEndsTheWaiting(String line) {
        var id = client.send(client.shell, "execute_request", TestClient.code(line));
        assertEquals("input_request", client.receive(client.stdin).type());
        client.send(client.control, "interrupt_request", new JsonObject());
        assertEquals("interrupt_reply", client.receive(client.control).type());
        var reply = client.await(client.shell, id).reply();
        assertEquals("Interrupted", reply.get("ename").getAsString());
    }
}
