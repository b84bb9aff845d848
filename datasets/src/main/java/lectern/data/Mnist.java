package lectern.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lectern.nn.tensor.Examples;

/// MNIST: 60,000 handwritten digits to learn from and 10,000 to be tested on, images (count, 1, 28, 28), 0…1.
///
/// The four files, packed or not, are looked for in the cache (`LECTERN_CACHE`, else the platform's folder for caches),
/// then in the folder named by `LECTERN_DATASETS` and its sub-folder `mnist`; what is missing is downloaded into the
/// cache.
///
/// Source: Y. LeCun, C. Cortes, C. Burges, *The MNIST database of handwritten digits* (1998).
public final class Mnist {

    static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private static final List<URI> MIRRORS = List.of(
            URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
            URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"));

    private static final List<DataFile> FILES = List.of(
            new DataFile(
                    "train-images-idx3-ubyte.gz",
                    47_040_016,
                    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
            new DataFile(
                    "train-labels-idx1-ubyte.gz",
                    60_008,
                    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
            new DataFile(
                    "t10k-images-idx3-ubyte.gz",
                    7_840_016,
                    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
            new DataFile(
                    "t10k-labels-idx1-ubyte.gz",
                    10_008,
                    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

    private final Shelf shelf;

    /// @param files training images, training labels, test images, test labels
    Mnist(Places places, List<DataFile> files) {
        this.shelf = new Shelf("mnist", places, files);
    }

    static Mnist here() {
        return new Mnist(Places.here("mnist", MIRRORS), FILES);
    }

    /// Loads it; a download shows its progress as a line on `System.err`.
    ///
    /// @throws MissingDataException if it is not on this machine and cannot be downloaded; says what to put where
    /// @throws DataException if a file is broken or the download is interrupted
    public static Dataset load() {
        return load(new ProgressLine("mnist", System.err));
    }

    /// Loads it, and tells how a download goes on.
    ///
    /// @throws MissingDataException if it is not on this machine and cannot be downloaded; says what to put where
    /// @throws DataException if a file is broken or the download is interrupted
    public static Dataset load(Progress progress) {
        return here().read(progress);
    }

    /// Where the files are on this machine, in a line for people; nothing is read or downloaded.
    public static String whereabouts() {
        return here().place();
    }

    Dataset read(Progress progress) {
        Map<DataFile, byte[]> contents = shelf.load(progress);
        return new Dataset(
                "MNIST",
                "handwritten, by Y. LeCun, C. Cortes and C. Burges",
                CLASSES,
                examples(shelf.files().get(0), shelf.files().get(1), contents),
                examples(shelf.files().get(2), shelf.files().get(3), contents));
    }

    /// The bytes are let go as soon as they are numbers: there are many.
    private static Examples examples(DataFile images, DataFile labels, Map<DataFile, byte[]> contents) {
        byte[] imageBytes = contents.remove(images);
        byte[] labelBytes = contents.remove(labels);
        if (imageBytes == null || labelBytes == null) {
            throw new IllegalStateException("mnist: expected contents of every file, found none");
        }
        return new Examples(
                Idx.images("mnist: " + images.name(), imageBytes), Idx.labels("mnist: " + labels.name(), labelBytes));
    }

    String place() {
        List<Optional<Path>> found = shelf.files().stream().map(shelf::find).toList();
        String folders = found.stream()
                .flatMap(Optional::stream)
                .map(file -> String.valueOf(file.getParent()))
                .distinct()
                .collect(Collectors.joining(" and "));
        long missing = found.stream().filter(Optional::isEmpty).count();
        if (missing == 0) {
            return "in " + folders;
        }
        String lacking = shelf.places()
                .given()
                .map(folder -> " (" + Places.GIVEN_VARIABLE + " names " + folder + ", which lacks them)")
                .orElse("");
        String download = "to be downloaded into " + shelf.places().cache() + lacking;
        return missing == found.size()
                ? "not on this machine, " + download
                : "in part in " + folders + ", " + missing + " of " + found.size() + " files " + download;
    }
}
