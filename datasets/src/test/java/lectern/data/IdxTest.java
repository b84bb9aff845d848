package lectern.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import lectern.nn.tensor.Shape;
import org.junit.jupiter.api.Test;

class IdxTest {

    private static final byte[] IMAGES = TinyMnist.idx(new int[] {2, 1, 3}, 0, 51, 255, 102, 0, 1);

    @Test
    void imagesAreNumbersBetweenZeroAndOne() {
        var images = Idx.images("set", IMAGES);
        assertEquals(Shape.of(2, 1, 1, 3), images.shape());
        assertArrayEquals(new float[] {0, 0.2f, 1, 0.4f, 0, 1 / 255f}, images.array());
    }

    @Test
    void labelsAreWholeNumbers() {
        var labels = Idx.labels("set", TinyMnist.idx(new int[] {3}, 7, 0, 255));
        assertEquals(Shape.of(3), labels.shape());
        assertArrayEquals(new float[] {7, 0, 255}, labels.array());
    }

    @Test
    void noImagesAreImagesToo() {
        assertEquals(
                Shape.of(0, 1, 28, 28),
                Idx.images("set", TinyMnist.idx(new int[] {0, 28, 28})).shape());
    }

    @Test
    void labelsAreNotTakenForImages() {
        byte[] labels = TinyMnist.idx(new int[] {12}, new int[12]);
        var e = assertThrows(DataException.class, () -> Idx.images("set", labels));
        assertEquals("set: expected IDX magic 0x00000803, found 0x00000801", e.getMessage());
    }

    @Test
    void aHeaderThatEndsTooSoonIsRefused() {
        var e = assertThrows(DataException.class, () -> Idx.images("set", Arrays.copyOf(IMAGES, 15)));
        assertEquals("set: expected an IDX header of 16 bytes, found 15 bytes", e.getMessage());
    }

    @Test
    void asManyNumbersAsTheSizesSayAreExpected() {
        var few = assertThrows(DataException.class, () -> Idx.images("set", Arrays.copyOf(IMAGES, 21)));
        assertEquals("set: expected 6 numbers, found 5", few.getMessage());
        var many = assertThrows(DataException.class, () -> Idx.images("set", Arrays.copyOf(IMAGES, 23)));
        assertEquals("set: expected 6 numbers, found 7", many.getMessage());
    }

    @Test
    void sizesThatNoArrayHoldsAreRefused() {
        var negative =
                assertThrows(DataException.class, () -> Idx.images("set", TinyMnist.idx(new int[] {-1, 28, 28})));
        assertEquals("set: expected IDX sizes that fit an array, found -1", negative.getMessage());
        var large = assertThrows(
                DataException.class, () -> Idx.images("set", TinyMnist.idx(new int[] {1 << 20, 1 << 20, 28})));
        assertEquals("set: expected IDX sizes that fit an array, found 1048576", large.getMessage());
    }
}
