package lectern.data;

/// Handwritten digits on every machine: MNIST where it can be had, else digits drawn by the library.
public final class Digits {

    private static final int TRAIN = 20_000;
    private static final int TEST = 4_000;
    private static final long SEED = 1;

    private Digits() {}

    /// MNIST, or drawn digits in its place; the text of the result says which, and why.
    ///
    /// @throws DataException if files of MNIST are there but broken, or the download is interrupted
    public static Dataset load() {
        return load(Mnist.here(), new ProgressLine("mnist", System.err));
    }

    static Dataset load(Mnist mnist, Progress progress) {
        try {
            return mnist.read(progress);
        } catch (MissingDataException e) {
            Dataset drawn = DrawnDigits.make(TRAIN, TEST, SEED);
            return new Dataset(
                    drawn.name(),
                    drawn.origin() + ", because MNIST is not on this machine and cannot be downloaded (" + e.reason()
                            + ")",
                    drawn.classes(),
                    drawn.train(),
                    drawn.test());
        }
    }
}
