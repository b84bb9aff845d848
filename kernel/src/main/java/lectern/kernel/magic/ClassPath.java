package lectern.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lectern.kernel.eval.Evaluator;

/// `%jars` and `%classpath`: makes jars and folders of classes known to the cells.
///
/// @param name what it is called by
/// @param evaluator what runs the cells
/// @param moreClasses hears of it afterwards
record ClassPath(String name, Supplier<Evaluator> evaluator, Consumer<Evaluator> moreClasses) implements LineMagic {

    @Override
    public String help() {
        return "%" + name + " PATH...  add jars or folders of classes to the class path";
    }

    @Override
    public void run(List<String> arguments) {
        var paths = arguments.stream().map(Path::of).toList();
        if (paths.isEmpty()) {
            throw new IllegalArgumentException("%" + name + ": expected a path, found none");
        }
        for (var path : paths) {
            if (!Files.exists(path)) {
                throw new IllegalArgumentException(
                        "%" + name + ": expected a jar or a folder, found nothing at " + path.toAbsolutePath());
            }
        }
        paths.forEach(path -> evaluator.get().addToClassPath(path.toAbsolutePath()));
        moreClasses.accept(evaluator.get());
    }
}
