package lectern.data;

import java.nio.ByteBuffer;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// The IDX form of MNIST: a magic number 0x0000 08 rank, the sizes as big-endian integers, then one unsigned byte for
/// each number, row-major.
///
/// Source: Y. LeCun, C. Cortes, C. Burges, *The MNIST database of handwritten digits* (1998), file formats.
final class Idx {

    private static final int UNSIGNED_BYTES = 0x0800;

    private Idx() {}

    /// Images, shape (count, 1, height, width), 0 (background) to 1 (ink).
    ///
    /// @throws DataException if these are not images in IDX form
    static Tensor images(String where, byte[] file) {
        ByteBuffer in = numbers(where, file, 3);
        float[] pixels = new float[in.remaining()];
        int start = in.position();
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (file[start + i] & 0xff) / 255f;
        }
        return Tensor.of(Shape.of(in.getInt(4), 1, in.getInt(8), in.getInt(12)), pixels);
    }

    /// Labels, shape (count).
    ///
    /// @throws DataException if these are not labels in IDX form
    static Tensor labels(String where, byte[] file) {
        ByteBuffer in = numbers(where, file, 1);
        float[] labels = new float[in.remaining()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = in.get() & 0xff;
        }
        return Tensor.of(labels);
    }

    private static ByteBuffer numbers(String where, byte[] file, int rank) {
        var in = ByteBuffer.wrap(file);
        int header = 4 + 4 * rank;
        if (file.length < header) {
            throw new DataException(
                    where + ": expected an IDX header of " + header + " bytes, found " + file.length + " bytes");
        }
        int magic = in.getInt();
        if (magic != (UNSIGNED_BYTES | rank)) {
            throw new DataException(
                    "%s: expected IDX magic 0x%08x, found 0x%08x".formatted(where, UNSIGNED_BYTES | rank, magic));
        }
        long count = 1;
        for (int i = 0; i < rank; i++) {
            int size = in.getInt();
            if (size < 0 || (count *= size) > Integer.MAX_VALUE) {
                throw new DataException(where + ": expected IDX sizes that fit an array, found " + size);
            }
        }
        if (count != in.remaining()) {
            throw new DataException(where + ": expected " + count + " numbers, found " + in.remaining());
        }
        return in;
    }
}
