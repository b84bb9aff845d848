package lectern.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lectern.kernel.eval.EngineSwitch;

/// `%jars`: adds jars to the class path, of a folder all that are in it.
///
/// @param evaluator what runs the cells
record Jars(Supplier<EngineSwitch> evaluator) implements LineCommand {

    @Override
    public Description description() {
        return new Description(
                "%jars PATH...",
                "add jars to the class path; * stands for any name, a folder for all jars in it", "%jars lib/*.jar");
    }

    @Override
    public List<String> run(List<String> arguments) throws IOException {
        var jars = new ArrayList<Path>();
        for (var path : Globs.resolve("%jars", arguments)) {
            var inside = Files.isDirectory(path) ? jarsIn(path) : List.<Path>of();
            // A folder without jars is one of classes.
            jars.addAll(inside.isEmpty() ? List.of(path) : inside);
        }
        evaluator.get().addToClassPath(jars);
        return jars.stream().map(Path::toString).toList();
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
