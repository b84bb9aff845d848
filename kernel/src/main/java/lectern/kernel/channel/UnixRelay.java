package lectern.kernel.channel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// A Unix domain socket whose connections are passed on to a port of this machine, byte by byte.
///
/// What JeroMQ calls `ipc` is TCP on a port made from the name, which no other ZeroMQ finds. The bytes on the wire are
/// those of TCP, so passing them on is all it takes.
final class UnixRelay implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final InetSocketAddress target;
    private final ServerSocketChannel server;

    /// Listens from now on; what a kernel before has left at the path is replaced.
    ///
    /// @throws IOException if it cannot be bound there
    UnixRelay(Path path, int port) throws IOException {
        this.path = path;
        target = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        Files.deleteIfExists(path);
        server.bind(UnixDomainSocketAddress.of(path));
        Thread.ofPlatform().daemon().name("ipc " + path.getFileName()).start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                var near = server.accept();
                var far = SocketChannel.open(target);
                pass(near, far);
                pass(far, near);
            }
        } catch (IOException e) {
            // Closed: the kernel ends.
        }
    }

    private static void pass(SocketChannel from, SocketChannel to) {
        Thread.ofPlatform().daemon().name("ipc").start(() -> {
            var buffer = ByteBuffer.allocateDirect(BUFFER);
            try (from;
                    to) {
                while (from.read(buffer) >= 0) {
                    buffer.flip();
                    while (buffer.hasRemaining()) {
                        to.write(buffer);
                    }
                    buffer.clear();
                }
            } catch (IOException e) {
                // One side is gone, and the other goes with it.
            }
        });
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(path);
    }
}
