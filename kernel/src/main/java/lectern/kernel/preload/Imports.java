package lectern.kernel.preload;

import java.util.List;
import java.util.stream.Stream;

/// What every cell sees without asking.
public final class Imports {

    /// Classes whose static members need no prefix. The functions of mathematics are those that are defined to the last
    /// bit; those of `Math` may differ in it from one kind of processor to another.
    static final List<String> STATIC = List.of(
            "java.lang.StrictMath",
            "lectern.nn.NN",
            "lectern.data.Datasets",
            "lectern.figure.Figures",
            "lectern.kernel.display.Notebook",
            "lectern.kernel.display.Prompts",
            "lectern.kernel.live.Loops",
            "lectern.kernel.widget.Controls",
            "lectern.kernel.preload.Exercise",
            "lectern.kernel.preload.Quick");

    /// Packages whose public types need no prefix.
    static final List<String> PACKAGES = List.of(
            "lectern.nn.tensor",
            "lectern.nn.autograd",
            "lectern.nn.layer",
            "lectern.nn.recurrent",
            "lectern.nn.attention",
            "lectern.nn.model",
            "lectern.nn.loss",
            "lectern.nn.optim",
            "lectern.nn.metric",
            "lectern.nn.train",
            "lectern.nn.save",
            "lectern.nn.energy",
            "lectern.nn.attack",
            "lectern.nn.text",
            "lectern.nn.theory",
            "lectern.data",
            "lectern.figure",
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.random",
            "java.util.regex",
            "java.util.stream");

    private Imports() {}

    /// The import declarations, one a line.
    public static List<String> declarations() {
        return Stream.concat(
                        STATIC.stream().map(name -> "import static " + name + ".*;"),
                        PACKAGES.stream().map(name -> "import " + name + ".*;"))
                .toList();
    }
}
