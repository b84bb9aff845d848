package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

    @Test
    void eachSortOfThingsHasAFolderBesideThoseOfTheDataSets() {
        assertEquals(Path.of("fonts"), CacheFolder.of("fonts").getFileName());
        assertEquals(
                Places.here("mnist", List.of()).cache().getParent(),
                CacheFolder.of("fonts").getParent());
    }
}
