package lectern.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import lectern.nn.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

class MnistTest {

    private static final Progress SILENT = (_, _, _) -> {};

    @TempDir
    private Path folder;

    @Test
    void packedFilesInTheCacheAreLoaded() throws IOException {
        TinyMnist.writePacked(cache());
        check(TinyMnist.at(cache(), Optional.empty()).read(SILENT));
    }

    @Test
    void unpackedFilesAreLoadedToo() throws IOException {
        TinyMnist.writeUnpacked(cache());
        check(TinyMnist.at(cache(), Optional.empty()).read(SILENT));
    }

    @Test
    void unpackedFilesThatKeptThePackedNameAreLoadedToo() throws IOException {
        TinyMnist.writePacked(cache());
        Files.write(cache().resolve("train-images.gz"), TinyMnist.unpacked(0));
        check(TinyMnist.at(cache(), Optional.empty()).read(SILENT));
    }

    @Test
    void theGivenFolderAndItsSubfolderAreLookedAt() throws IOException {
        TinyMnist.writePacked(given().resolve("mnist"));
        check(TinyMnist.at(cache(), Optional.of(given())).read(SILENT));
        TinyMnist.writePacked(folder.resolve("flat"));
        check(TinyMnist.at(cache(), Optional.of(folder.resolve("flat"))).read(SILENT));
        assertFalse(Files.exists(cache()), "what is on the machine need not be copied");
    }

    @Test
    void missingFilesAreDownloadedOnceAndKept() throws IOException {
        try (var server = TinyMnist.served()) {
            var mnist = TinyMnist.at(cache(), Optional.empty(), server.mirror());
            var ended = new ArrayList<String>();
            check(mnist.read(recorder(ended)));
            assertEquals(List.of("train-images.gz", "train-labels.gz", "test-images.gz", "test-labels.gz"), ended);
            assertEquals(
                    List.of("test-images.gz", "test-labels.gz", "train-images.gz", "train-labels.gz"), list(cache()));
            check(mnist.read(SILENT));
            assertEquals(4, server.requests());
        }
    }

    @Test
    void aDownloadThatWasCutShortIsFinished() throws IOException {
        TinyMnist.writePacked(cache());
        Files.delete(cache().resolve("test-images.gz"));
        try (var server = TinyMnist.served()) {
            check(TinyMnist.at(cache(), Optional.empty(), server.mirror()).read(SILENT));
            assertEquals(1, server.requests());
        }
    }

    @Test
    void theNextMirrorIsAskedWhenOneFails() throws IOException {
        try (var broken = TinyMnist.served((exchange, _) -> exchange.sendResponseHeaders(503, -1));
                var sound = TinyMnist.served()) {
            check(TinyMnist.at(cache(), Optional.empty(), broken.mirror(), sound.mirror())
                    .read(SILENT));
        }
    }

    @Test
    void filesThatCannotBeHadAreNamedWithTheirPlaces() throws IOException {
        Files.createDirectories(given());
        Files.write(given().resolve("train-labels"), TinyMnist.unpacked(1));
        URI closed = closedPort();
        try (var absent = TinyMnist.served((exchange, _) -> exchange.sendResponseHeaders(404, -1))) {
            var e = assertThrows(
                    MissingDataException.class,
                    () -> TinyMnist.at(cache(), Optional.of(given()), absent.mirror(), closed)
                            .read(SILENT));
            assertEquals(
                    """
                    mnist: not found on this machine, and cannot be downloaded. Put these files, packed (.gz) or not,
                        train-images.gz
                        train-labels.gz
                        test-images.gz
                        test-labels.gz
                    into %s
                    or into a folder that the environment variable LECTERN_DATASETS names, and load again. Looked for in
                        %s: no such folder
                        %s: no such folder
                        %s: no train-images.gz, test-images.gz, test-labels.gz
                        %s: HTTP status 404
                        %s: no connection""".formatted(cache(), cache(), given().resolve("mnist"), given(), absent.mirror(), closed),
                    e.getMessage());
            assertEquals(
                    "HTTP status 404; no connection; the folder that LECTERN_DATASETS names lacks files of it",
                    e.reason());
            assertFalse(Files.exists(cache()), "nothing may be left where nothing was had");
        }
    }

    @Test
    void offlineTheMessageSaysThatDownloadsAreSwitchedOff() {
        var e = assertThrows(
                MissingDataException.class,
                () -> TinyMnist.at(cache(), Optional.empty()).read(SILENT));
        String message = String.valueOf(e.getMessage());
        assertTrue(
                message.endsWith("LECTERN_DATASETS: not set\n    downloads: switched off by LECTERN_OFFLINE"), message);
        assertEquals("switched off", e.reason());
    }

    @Test
    void aDownloadWithOtherBytesIsRefused() throws IOException {
        byte[] other = TinyMnist.unpacked(0);
        other[20] ^= 1;
        assertRefused(
                (exchange, _) -> TinyMnist.whole(exchange, TinyMnist.gzip(other)),
                "expected sha256 " + TinyMnist.files().getFirst().sha256() + ", found " + DataFile.sha256Of(other));
    }

    @Test
    void aDownloadOfHalfTheFileIsRefused() throws IOException {
        assertRefused(
                (exchange, packed) -> TinyMnist.whole(exchange, Arrays.copyOf(packed, packed.length / 2)),
                "expected 28 bytes unpacked, found a gzip file that ends too soon");
    }

    @Test
    void aConnectionThatBreaksIsRefused() throws IOException {
        assertRefused(
                (exchange, packed) -> {
                    exchange.sendResponseHeaders(200, packed.length);
                    exchange.getResponseBody().write(packed, 0, 10);
                    exchange.getResponseBody().flush();
                },
                "fixed content-length: " + TinyMnist.packed(0).length + ", bytes received: 10");
    }

    @Test
    void aDownloadWithoutEndIsRefused() throws IOException {
        assertRefused(
                (exchange, _) -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] page = new byte[4096];
                    while (true) {
                        exchange.getResponseBody().write(page);
                    }
                },
                "expected at most 1052 bytes, found more");
    }

    private void assertRefused(TinyMnist.Answer answer, String reason) throws IOException {
        try (var server = TinyMnist.served(answer)) {
            var e = assertThrows(
                    MissingDataException.class,
                    () -> TinyMnist.at(cache(), Optional.empty(), server.mirror())
                            .read(SILENT));
            assertEquals(reason, e.reason());
            assertFalse(Files.exists(cache()), "nothing may be left of a refused download");
        }
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "not a folder");
        Path cache = folder.resolve("file", "mnist");
        try (var server = TinyMnist.served()) {
            var e = assertThrows(
                    MissingDataException.class,
                    () -> TinyMnist.at(cache, Optional.empty(), server.mirror()).read(SILENT));
            assertEquals("the cache cannot be written", e.reason());
            assertTrue(e.toString().contains("downloaded, but " + cache + " cannot be written"), e.toString());
            assertEquals(1, server.requests());
        }
    }

    @Test
    void anInterruptStopsTheDownloadAndLeavesNothing() throws Exception {
        var halfway = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        TinyMnist.Answer stalling = (exchange, packed) -> {
            exchange.sendResponseHeaders(200, packed.length);
            exchange.getResponseBody().write(packed, 0, 10);
            exchange.getResponseBody().flush();
            halfway.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        try (var server = TinyMnist.served(stalling)) {
            var outcome = new FutureTask<>(() -> {
                var e = assertThrows(
                        DataException.class,
                        () -> TinyMnist.at(cache(), Optional.empty(), server.mirror())
                                .read(SILENT));
                assertTrue(Thread.currentThread().isInterrupted(), "whoever interrupted wants to see it");
                return e;
            });
            var loader = Thread.ofPlatform().start(outcome);
            halfway.await();
            loader.interrupt();
            DataException e = outcome.get();
            release.countDown();
            assertEquals(DataException.class, e.getClass(), "it is not missing, so nothing may take its place");
            assertEquals("mnist: the download was interrupted; load again to finish it", e.getMessage());
            assertFalse(Files.exists(cache()), "nothing may be left of an interrupted download");
        }
    }

    @Test
    void aBrokenFileIsNamedAndNotReplaced() throws IOException {
        TinyMnist.writePacked(cache());
        Path file = cache().resolve("test-labels.gz");
        byte[] packed = TinyMnist.packed(3);
        Files.write(file, Arrays.copyOf(packed, packed.length - 9));
        try (var server = TinyMnist.served()) {
            var mnist = TinyMnist.at(cache(), Optional.empty(), server.mirror());
            var e = assertThrows(DataException.class, () -> mnist.read(SILENT));
            assertEquals(
                    "mnist: " + file + ": expected 10 bytes unpacked, found a gzip file that ends too soon;"
                            + " delete it and load again",
                    e.getMessage());
            Files.delete(file);
            check(mnist.read(SILENT));
        }
    }

    @Test
    void whereaboutsSayWhatIsThere() throws IOException {
        var mnist = TinyMnist.at(cache(), Optional.of(given()));
        String lacking = " (LECTERN_DATASETS names " + given() + ", which lacks them)";
        assertEquals("not on this machine, to be downloaded into " + cache() + lacking, mnist.place());
        TinyMnist.writePacked(given());
        assertEquals("in " + given(), mnist.place());
        Files.delete(given().resolve("test-labels.gz"));
        assertEquals(
                "in part in " + given() + ", 1 of 4 files to be downloaded into " + cache() + lacking, mnist.place());
    }

    @Test
    @EnabledIfEnvironmentVariable(named = Places.GIVEN_VARIABLE, matches = ".+")
    void theRealOneHasItsKnownCounts() {
        Dataset mnist = Mnist.load();
        assertEquals(Shape.of(60_000, 1, 28, 28), mnist.train().inputs().shape());
        assertEquals(Shape.of(10_000, 1, 28, 28), mnist.test().inputs().shape());
        assertEquals(
                List.of(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949),
                mnist.counts().intColumn("training examples").asList());
        assertEquals(
                List.of(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009),
                mnist.counts().intColumn("test examples").asList());
        assertEquals(
                "MNIST: 60000 training and 10000 test examples in 10 classes,\n"
                        + "handwritten, by Y. LeCun, C. Cortes and C. Burges",
                mnist.toString());
        assertTrue(Mnist.whereabouts().startsWith("in "), Mnist.whereabouts());
    }

    private static void check(Dataset tiny) {
        assertEquals(Shape.of(3, 1, 2, 2), tiny.train().inputs().shape());
        assertArrayEquals(
                new float[] {0, 1, 0.2f, 0}, Arrays.copyOf(tiny.train().inputs().array(), 4));
        assertArrayEquals(new int[] {7, 0, 9}, tiny.train().labels());
        assertEquals(Shape.of(2, 1, 2, 2), tiny.test().inputs().shape());
        assertArrayEquals(new int[] {1, 2}, tiny.test().labels());
    }

    private static Progress recorder(List<String> ended) {
        return new Progress() {
            @Override
            public void update(String file, long received, long total) {
                assertTrue(received <= total, received + " of " + total);
            }

            @Override
            public void end(String file) {
                ended.add(file);
            }
        };
    }

    private static List<String> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private static URI closedPort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return URI.create("http://localhost:" + socket.getLocalPort() + "/");
        }
    }

    private Path cache() {
        return folder.resolve("cache", "mnist");
    }

    private Path given() {
        return folder.resolve("given");
    }
}
