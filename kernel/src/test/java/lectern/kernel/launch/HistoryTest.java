package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.kernel.channel.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

    @TempDir
    Path folder;

    private History session() {
        return new History(new PastSessions(Optional.of(new HistoryFile(folder.resolve("history"))), System.err));
    }

    private static String ask(History history, String content) throws InterruptedException {
        return history.answer(request(content)).get("history").toString();
    }

    private static Request request(String content) {
        return new Request() {
            @Override
            public JsonObject content() {
                return JsonParser.parseString(content).getAsJsonObject();
            }

            @Override
            public JsonObject metadata() {
                return new JsonObject();
            }

            @Override
            public List<byte[]> buffers() {
                return List.of();
            }

            @Override
            public void publish(String type, JsonObject published) {
                throw new AssertionError(type);
            }

            @Override
            public boolean isFollowedBy(String type) {
                return false;
            }

            @Override
            public void abortQueued() {
                throw new AssertionError();
            }
        };
    }

    @Test
    void sessionsAreCountedFromTheirOwn() throws InterruptedException {
        var first = session();
        first.begin("a", true);
        first.begin("b", true);
        ask(first, "{}");
        var second = session();
        second.begin("c", true);
        assertEquals("[[1,1,\"a\"],[1,2,\"b\"],[2,1,\"c\"]]", ask(second, "{}"));
        assertEquals("[[1,2,\"b\"],[2,1,\"c\"]]", ask(second, "{\"hist_access_type\": \"tail\", \"n\": 2}"));
        assertEquals("[[2,1,\"c\"]]", ask(second, "{\"hist_access_type\": \"range\", \"session\": 0}"));
        assertEquals("[[1,1,\"a\"],[1,2,\"b\"]]", ask(second, "{\"hist_access_type\": \"range\", \"session\": -1}"));
        assertEquals("[[1,2,\"b\"]]", ask(second, "{\"hist_access_type\": \"range\", \"session\": 1, \"start\": -1}"));
        assertEquals(
                "[[1,1,\"a\"]]",
                ask(second, "{\"hist_access_type\": \"range\", \"session\": 1, \"start\": 1, \"stop\": 2}"));
    }

    @Test
    void ofCellsThatAreAlikeTheNewestIsFound() throws InterruptedException {
        var history = session();
        for (var code : new String[] {"x", "y", "x", "xx"}) {
            history.begin(code, true);
        }
        assertEquals(
                "[[1,1,\"x\"],[1,3,\"x\"]]", ask(history, "{\"hist_access_type\": \"search\", \"pattern\": \"x\"}"));
        assertEquals(
                "[[1,3,\"x\"]]",
                ask(history, "{\"hist_access_type\": \"search\", \"pattern\": \"x\", \"unique\": true}"));
        assertEquals(
                "[[1,4,\"xx\"]]", ask(history, "{\"hist_access_type\": \"search\", \"pattern\": \"x*\", \"n\": 1}"));
    }

    @Test
    void resultsOfTheSessionAreThere() throws InterruptedException {
        var history = session();
        int number = history.begin("1 + 1", true);
        history.result(number, "2");
        history.begin("int i;", true);
        assertEquals("[[1,1,[\"1 + 1\",\"2\"]],[1,2,[\"int i;\",null]]]", ask(history, "{\"output\": true}"));
    }

    @Test
    void whatIsNotStoredIsNotCounted() throws InterruptedException {
        var history = session();
        assertEquals(1, history.begin("a", false));
        assertEquals(1, history.begin("b", true));
        assertEquals("[[1,1,\"b\"]]", ask(history, "{}"));
    }

    @Test
    void anotherKindOfAccessIsRefused() {
        assertEquals(
                "history_request: expected hist_access_type range, tail or search, found all",
                assertThrows(IllegalArgumentException.class, () -> ask(session(), "{\"hist_access_type\": \"all\"}"))
                        .getMessage());
    }

    @Test
    void aFileThatCannotBeUsedCostsThePastOnly() throws IOException, InterruptedException {
        var inTheWay = Files.writeString(folder.resolve("file"), "");
        var said = new ByteArrayOutputStream();
        var history = new History(new PastSessions(
                Optional.of(new HistoryFile(inTheWay.resolve("history"))),
                new PrintStream(said, true, StandardCharsets.UTF_8)));
        history.begin("a", true);
        assertEquals("[[1,1,\"a\"]]", ask(history, "{}"));
        var text = said.toString(StandardCharsets.UTF_8);
        assertEquals(1, text.lines().count());
        assertTrue(text.startsWith("lectern: history: expected a file that can be used, found "), text);
    }
}
