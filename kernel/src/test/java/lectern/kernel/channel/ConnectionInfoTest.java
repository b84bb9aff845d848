package lectern.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionInfoTest {

    @Test
    void aFileGivesTheEndPoints(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("c.json"), """
                {"transport": "tcp", "ip": "127.0.0.1", "shell_port": 1, "control_port": 2, "iopub_port": 3,
                 "stdin_port": 4, "hb_port": 5, "key": "k", "signature_scheme": "hmac-sha256"}""");
        var info = ConnectionInfo.read(file);
        assertEquals(new ConnectionInfo("tcp", "127.0.0.1", 1, 2, 3, 4, 5, "k"), info);
        assertEquals("tcp://127.0.0.1:3", info.endpoint(info.iopub()));
    }

    @Test
    void whatIsWrittenIsReadAgain(@TempDir Path folder) throws IOException {
        var info = ConnectionInfo.onFreePorts();
        var file = folder.resolve("c.json");
        info.write(file);
        assertEquals(info, ConnectionInfo.read(file));
    }

    @Test
    void aMissingPortIsNamed(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("c.json"), "{}");
        assertEquals(
                "connection file " + file + ": expected shell_port, found none",
                assertThrows(IOException.class, () -> ConnectionInfo.read(file)).getMessage());
    }
}
