package lectern.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DownloadTest {

    private final List<String> told = new ArrayList<>();

    private final Progress recorder = new Progress() {
        @Override
        public void update(String file, long received, long total) {
            told.add(file + " " + received + " of " + total);
        }

        @Override
        public void end(String file) {
            told.add(file + " ended");
        }
    };

    @Test
    void theLastUpdateHasAllBytesAndThenItEnds() throws Exception {
        try (var server = TinyMnist.served();
                var download = new Download()) {
            byte[] packed = TinyMnist.packed(1);
            assertArrayEquals(
                    packed, download.fetch(server.mirror().resolve("train-labels.gz"), "labels", 1000, recorder));
            assertEquals(
                    List.of("labels " + packed.length + " of " + packed.length, "labels ended"),
                    told.subList(told.size() - 2, told.size()));
        }
    }

    @Test
    void nothingIsToldOfAPageThatIsNotTheFile() throws Exception {
        TinyMnist.Answer page = (exchange, _) -> {
            exchange.sendResponseHeaders(404, 4);
            exchange.getResponseBody().write(new byte[4]);
        };
        try (var server = TinyMnist.served(page);
                var download = new Download()) {
            var e = assertThrows(
                    IOException.class,
                    () -> download.fetch(server.mirror().resolve("train-labels.gz"), "labels", 1000, recorder));
            assertEquals("HTTP status 404", e.getMessage());
            assertEquals(List.of(), told);
        }
    }

    @Test
    void aRedirectionIsFollowed() throws Exception {
        TinyMnist.Answer elsewhere = (exchange, _) -> {
            exchange.getResponseHeaders().set("Location", "train-images.gz");
            boolean moved = exchange.getRequestURI().getPath().endsWith("train-labels.gz");
            exchange.sendResponseHeaders(moved ? 302 : 200, -1);
        };
        try (var server = TinyMnist.served(elsewhere);
                var download = new Download()) {
            assertEquals(
                    0, download.fetch(server.mirror().resolve("train-labels.gz"), "labels", 1000, recorder).length);
            assertEquals(2, server.requests());
        }
    }
}
