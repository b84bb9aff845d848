package lectern.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/// A file whose every byte is known beforehand. It may be packed by gzip or not: the same data has been packed
/// differently in different places, so that only what is inside can be checked.
///
/// @param name the name of the packed file, ending in `.gz`
/// @param size of the unpacked file, bytes
/// @param sha256 of the unpacked file, in lower-case hexadecimal digits
record DataFile(String name, int size, String sha256) {

    /// The name of the file once it is unpacked.
    String unpackedName() {
        return name.substring(0, name.length() - ".gz".length());
    }

    /// The unpacked bytes. Whether they are packed is seen from the first two of them, not from a name: some browsers
    /// unpack a download and leave its name as it was.
    ///
    /// @throws DamageException if they are not those of this file
    byte[] unpack(byte[] bytes) throws DamageException {
        byte[] unpacked = isGzip(bytes) ? inflate(bytes) : bytes;
        if (unpacked.length != size) {
            throw new DamageException(
                    size + " bytes unpacked", unpacked.length > size ? "more" : String.valueOf(unpacked.length));
        }
        String found = sha256Of(unpacked);
        if (!found.equals(sha256)) {
            throw new DamageException("sha256 " + sha256, found);
        }
        return unpacked;
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length >= 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    }

    /// Reads one byte more than there should be, and no further, so that a bomb stays small.
    private byte[] inflate(byte[] bytes) throws DamageException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes), 1 << 16)) {
            byte[] unpacked = in.readNBytes(size);
            return in.read() < 0 ? unpacked : new byte[size + 1];
        } catch (EOFException _) {
            throw new DamageException(size + " bytes unpacked", "a gzip file that ends too soon");
        } catch (IOException _) {
            throw new DamageException(size + " bytes unpacked", "a damaged gzip file");
        }
    }

    static String sha256Of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
