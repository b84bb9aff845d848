package lectern.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// A set in the form of MNIST with three training and two test images of 2 by 2 pixels, and a server that offers it.
final class TinyMnist implements AutoCloseable {

    private static final byte[][] UNPACKED = {
        idx(new int[] {3, 2, 2}, 0, 255, 51, 0, 1, 2, 3, 4, 5, 6, 7, 8),
        idx(new int[] {3}, 7, 0, 9),
        idx(new int[] {2, 2, 2}, 9, 8, 7, 6, 5, 4, 3, 2),
        idx(new int[] {2}, 1, 2)
    };

    private static final String[] NAMES = {"train-images.gz", "train-labels.gz", "test-images.gz", "test-labels.gz"};

    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    private TinyMnist(HttpServer server) {
        this.server = server;
    }

    /// Answers a request for a file with its bytes.
    interface Answer {
        void send(HttpExchange exchange, byte[] packed) throws IOException;
    }

    static TinyMnist served() throws IOException {
        return served(TinyMnist::whole);
    }

    static TinyMnist served(Answer answer) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var tiny = new TinyMnist(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        for (int i = 0; i < NAMES.length; i++) {
            byte[] packed = packed(i);
            server.createContext("/mirror/" + NAMES[i], exchange -> {
                tiny.requests.incrementAndGet();
                try (exchange) {
                    answer.send(exchange, packed);
                }
            });
        }
        server.start();
        return tiny;
    }

    static void whole(HttpExchange exchange, byte[] packed) throws IOException {
        exchange.sendResponseHeaders(200, packed.length);
        exchange.getResponseBody().write(packed);
    }

    URI mirror() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/mirror/");
    }

    int requests() {
        return requests.get();
    }

    static List<DataFile> files() {
        return IntStream.range(0, NAMES.length)
                .mapToObj(i -> new DataFile(NAMES[i], UNPACKED[i].length, DataFile.sha256Of(UNPACKED[i])))
                .toList();
    }

    static Mnist at(Path cache, Optional<Path> given, URI... mirrors) {
        return new Mnist(new Places(cache, given, List.of(mirrors)), files());
    }

    static void writePacked(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < NAMES.length; i++) {
            Files.write(folder.resolve(NAMES[i]), packed(i));
        }
    }

    static void writeUnpacked(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < NAMES.length; i++) {
            Files.write(folder.resolve(NAMES[i].replace(".gz", "")), UNPACKED[i]);
        }
    }

    static byte[] unpacked(int file) {
        return UNPACKED[file].clone();
    }

    static byte[] packed(int file) {
        return gzip(UNPACKED[file]);
    }

    static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] idx(int[] sizes, int... numbers) {
        var bytes = ByteBuffer.allocate(4 + 4 * sizes.length + numbers.length);
        bytes.putInt(0x0800 | sizes.length);
        for (int size : sizes) {
            bytes.putInt(size);
        }
        for (int number : numbers) {
            bytes.put((byte) number);
        }
        return bytes.array();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
