package lectern.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamOutputTest {

    @Test
    void aCharacterCutInTwoArrivesWhole() {
        var texts = new ArrayList<String>();
        var output = new StreamOutput(texts::add);
        byte[] bytes = "aü😀".getBytes(StandardCharsets.UTF_8);
        output.write(bytes, 0, 2);
        output.write(bytes, 2, 3);
        output.write(bytes, 5, 2);
        assertEquals(List.of("a", "ü", "😀"), texts);
    }
}
