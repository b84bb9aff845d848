package lectern.figure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Writes figures to files.
final class Save {

    private Save() {}

    static Path write(Figure figure, String file) {
        Path path = Path.of(file).toAbsolutePath();
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (!name.contains(".") || !ending.matches("svg|png|pdf")) {
            throw new IllegalArgumentException(
                    "save: expected a file that ends with .svg, .png or .pdf, found " + file);
        }
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "save: expected a folder that exists, found " + folder + "; make it first");
        }
        byte[] bytes = switch (ending) {
            case "svg" -> figure.svg().getBytes(StandardCharsets.UTF_8);
            case "png" -> figure.png();
            default -> figure.pdf();
        };
        try {
            return Files.write(path, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("save: expected to write " + path + ", found " + e.getMessage(), e);
        }
    }
}
