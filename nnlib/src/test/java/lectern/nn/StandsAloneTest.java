package lectern.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A program needs nothing but the library's own jar to be compiled against it.
class StandsAloneTest {

    @TempDir
    private Path folder;

    @Test
    void aProgramCompilesAgainstTheLoneLibrary() throws Exception {
        JavaFileObject program =
                new SimpleJavaFileObject(URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return """
                        import static lectern.nn.NN.*;
                        import lectern.nn.tensor.*;
                        class Program {
                            public static void main(String[] arguments) {
                                var random = random(1);
                                var model = sequential(dense(2, 8, random), tanh(), dense(8, 2, random));
                                var examples = Examples.labelled(Tensor.of(new float[][] {{0, 1}, {1, 0}}), 0, 1);
                                train(model, examples).loss(crossEntropy()).optimizer(adam(0.1)).seed(1).run();
                                System.out.println(Tensor.of(0, 1) + " " + accuracy(model, examples));
                            }
                        }
                        """;
                    }
                };
        Path library = Path.of(
                NN.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var messages = new StringWriter();
        List<String> options = List.of("-cp", library.toString(), "-proc:none", "-d", folder.toString());
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(messages, null, null, options, null, List.of(program))
                .call();
        assertEquals("", messages.toString());
        assertEquals(true, compiled);
    }
}
