package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    @Test
    void oneLineIsWrittenAnewForEachFile() {
        var bytes = new ByteArrayOutputStream();
        var line = new ProgressLine("mnist", new PrintStream(bytes, true, StandardCharsets.US_ASCII));
        line.update("train-images.gz", 1_000_000, -1);
        line.update("train-images.gz", 1_250_000, 9_912_422);
        line.end("train-images.gz");
        assertEquals(
                "\rmnist: downloading train-images.gz, 1.0 MB   "
                        + "\rmnist: downloading train-images.gz, 1.3 of 9.9 MB   "
                        + System.lineSeparator(),
                bytes.toString(StandardCharsets.US_ASCII));
    }
}
