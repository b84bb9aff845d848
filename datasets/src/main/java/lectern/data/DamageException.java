package lectern.data;

import java.io.IOException;

/// Bytes that are not those expected. The message reads `expected …, found …`.
final class DamageException extends IOException {

    private static final long serialVersionUID = 1L;

    DamageException(String expected, String found) {
        super("expected " + expected + ", found " + found);
    }
}
