package lectern.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LogTest {

    @Test
    void aFloodIsCountedAndNotWrittenOut() {
        var bytes = new ByteArrayOutputStream();
        var log = new Log(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        for (int i = 0; i < 1000; i++) {
            log.note("dropped a message", "why");
        }
        log.note("another kind", "what");
        var lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertEquals("lectern: dropped a message: why", lines.getFirst());
        assertEquals("lectern: dropped a message: why (number 2)", lines.get(1));
        assertTrue(lines.contains("lectern: dropped a message: why (number 1000)"));
        assertEquals(10 + 10 + 1, lines.size());
    }
}
