package lectern.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginTest {

    static Origin cell(long limit) {
        var none = new JsonObject();
        return new Origin(new Message(List.of(), Message.newHeader("execute_request", none), none, none, none), limit);
    }

    @Test
    void whatIsTooMuchIsCutOnceAndCounted() {
        var origin = cell(1000);
        assertEquals("x".repeat(998), origin.admit("x".repeat(998)));
        assertEquals("", origin.summary());
        assertEquals("""
                ab
                [lectern: the output of this cell is cut here, after 1,000 characters; to see it all, print to a file \
                (Files.newBufferedWriter), or set LECTERN_OUTPUT_LIMIT to more characters and restart]
                """, origin.admit("abcde"));
        assertEquals("", origin.admit("x".repeat(1_000_000)));
        assertEquals("[lectern: 1,000,003 characters were left out]\n", origin.summary());
    }
}
