package lectern.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DataFileTest {

    private static final byte[] ABC = {'a', 'b', 'c'};

    /// The digest is the example of FIPS 180-2, appendix B.1.
    private static final DataFile FILE =
            new DataFile("abc.gz", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    @Test
    void packedAndUnpackedBytesAreTheSame() throws DamageException {
        assertArrayEquals(ABC, FILE.unpack(ABC));
        assertArrayEquals(ABC, FILE.unpack(TinyMnist.gzip(ABC)));
    }

    @Test
    void theUnpackedNameHasNoEnding() {
        assertEquals("abc", FILE.unpackedName());
    }

    @Test
    void otherBytesAreRefused() {
        assertRefused(
                new byte[] {'a', 'b', 'd'},
                "expected sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad,"
                        + " found a52d159f262b2c6ddb724a61840befc36eb30c88877a4030b65cbe86298449c9");
    }

    @Test
    void otherSizesAreRefused() {
        assertRefused(new byte[0], "expected 3 bytes unpacked, found 0");
        assertRefused(new byte[] {'a', 'b'}, "expected 3 bytes unpacked, found 2");
        assertRefused(TinyMnist.gzip(new byte[] {'a', 'b'}), "expected 3 bytes unpacked, found 2");
        assertRefused(new byte[1 << 20], "expected 3 bytes unpacked, found more");
        assertRefused(TinyMnist.gzip(new byte[1 << 20]), "expected 3 bytes unpacked, found more");
    }

    @Test
    void damagedPackingIsRefused() {
        byte[] packed = TinyMnist.gzip(ABC);
        assertRefused(
                Arrays.copyOf(packed, packed.length - 1),
                "expected 3 bytes unpacked, found a gzip file that ends too soon");
        packed[packed.length - 8] ^= 1;
        assertRefused(packed, "expected 3 bytes unpacked, found a damaged gzip file");
    }

    private static void assertRefused(byte[] bytes, String message) {
        var e = assertThrows(DamageException.class, () -> FILE.unpack(bytes));
        assertEquals(message, e.getMessage());
    }
}
