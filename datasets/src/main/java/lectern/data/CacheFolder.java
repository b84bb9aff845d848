package lectern.data;

import java.nio.file.Path;
import java.util.List;

/// Where Lectern keeps what it can have again: `LECTERN_CACHE`, else a folder where the platform keeps such things.
public final class CacheFolder {

    private CacheFolder() {}

    /// The folder for one sort of things; it need not exist.
    public static Path of(String name) {
        return Places.here(name, List.of()).cache();
    }
}
