package lectern.kernel.magic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import lectern.kernel.eval.EngineSwitch;

/// `%classpath`: adds jars and folders of classes to the class path, or lists what was added.
///
/// @param evaluator what runs the cells
record ClassPath(Supplier<EngineSwitch> evaluator) implements LineCommand {

    @Override
    public Description description() {
        return new Description(
                "%classpath [PATH...]",
                "add jars or folders of classes to the class path; alone, list what was added",
                "%classpath target/classes");
    }

    @Override
    public List<String> run(List<String> arguments) throws IOException {
        if (arguments.isEmpty()) {
            evaluator.get().classPath().forEach(System.out::println);
            return evaluator.get().classPath().stream().map(Path::toString).toList();
        }
        var paths = Globs.resolve("%classpath", arguments);
        evaluator.get().addToClassPath(paths);
        return paths.stream().map(Path::toString).toList();
    }
}
