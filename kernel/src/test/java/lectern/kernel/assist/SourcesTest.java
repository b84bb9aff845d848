package lectern.kernel.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lectern.kernel.compile.CellCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    private static final Path JDK = Path.of(System.getProperty("java.home"), "lib", "src.zip");

    private static ClassSymbol string() {
        var context = new CellCompiler(List.of()).glance().context();
        var type = (ClassSymbol) Symtab.instance(context).stringType.tsym;
        type.complete();
        return type;
    }

    @Test
    void aClassOfTheJdkHasItsSource() {
        var sources = new Sources(JDK);
        assertTrue(sources.of(string()).orElse("").contains("public final class String"));
        assertEquals(Optional.empty(), sources.whyNone(string()));
    }

    @Test
    void aJdkWithoutItsSourcesIsCalledSo(@TempDir Path empty) {
        var sources = new Sources(empty.resolve("src.zip"));
        assertEquals(Optional.empty(), sources.of(string()));
        assertEquals(
                Optional.of("(no documentation: this JDK was installed without its sources, " + empty.resolve("src.zip")
                        + ")"),
                sources.whyNone(string()));
    }
}
