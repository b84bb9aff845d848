package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsTest {

    private static final Progress SILENT = (_, _, _) -> {};

    @TempDir
    private Path folder;

    @Test
    void mnistIsTakenWhereItIs() throws IOException {
        TinyMnist.writePacked(folder);
        assertEquals(
                "MNIST: 3 training and 2 test examples in 10 classes,\nhandwritten, by Y. LeCun, C. Cortes and C. Burges",
                Digits.load(TinyMnist.at(folder, Optional.empty()), SILENT).toString());
    }

    @Test
    void drawnDigitsStandInAndSayWhy() throws IOException {
        try (var server = TinyMnist.served((exchange, _) -> exchange.sendResponseHeaders(404, -1))) {
            Dataset digits = Digits.load(TinyMnist.at(folder, Optional.empty(), server.mirror()), SILENT);
            assertEquals(
                    "Drawn digits: 20000 training and 4000 test examples in 10 classes,\n"
                            + "drawn by the library from seed 1, because MNIST is not on this machine"
                            + " and cannot be downloaded (HTTP status 404)",
                    digits.toString());
        }
    }

    @Test
    void aBrokenFileIsNotPassedOver() throws IOException {
        TinyMnist.writePacked(folder);
        Path file = folder.resolve("train-labels.gz");
        Files.write(file, new byte[11]);
        var e = assertThrows(DataException.class, () -> Digits.load(TinyMnist.at(folder, Optional.empty()), SILENT));
        assertEquals(
                "mnist: " + file + ": expected sha256 "
                        + TinyMnist.files().get(1).sha256() + ", found " + DataFile.sha256Of(new byte[11])
                        + "; delete it and load again",
                e.getMessage());
    }
}
