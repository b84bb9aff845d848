package lectern.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixRelayTest {

    @Test
    void bytesArePassedOnBothWays(@TempDir Path folder) throws IOException {
        var path = Files.writeString(folder.resolve("kernel-1"), "left behind");
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            try (var _ = new UnixRelay(path, server.getLocalPort());
                    var near = SocketChannel.open(UnixDomainSocketAddress.of(path));
                    var far = server.accept()) {
                near.write(ByteBuffer.wrap("to".getBytes(StandardCharsets.UTF_8)));
                assertEquals("to", new String(far.getInputStream().readNBytes(2), StandardCharsets.UTF_8));
                far.getOutputStream().write("fro".getBytes(StandardCharsets.UTF_8));
                far.shutdownOutput();
                var buffer = ByteBuffer.allocate(10);
                while (near.read(buffer) >= 0) {
                    // Until the end, which is passed on as well.
                }
                assertEquals("fro", new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
            }
        }
        assertFalse(Files.exists(path));
    }
}
