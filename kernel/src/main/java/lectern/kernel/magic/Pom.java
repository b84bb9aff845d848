package lectern.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lectern.kernel.eval.Outcome;

/// `%loadFromPOM` and `%%loadFromPOM`: adds what a POM depends on to the class path.
///
/// @param libraries what is added to
record Pom(Libraries libraries) implements LineCommand, CellCommand {

    private static final String NAME = "%loadFromPOM";
    private static final List<String> SCOPES = List.of("compile", "runtime", "system", "import");

    @Override
    public Description description() {
        return new Description(
                "%loadFromPOM FILE [SCOPE...], or %%loadFromPOM [SCOPE...] before a POM or parts of one",
                "add what it depends on to the class path; without scopes, all but provided and test",
                "%loadFromPOM pom.xml");
    }

    @Override
    public List<String> run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException(NAME + ": expected a POM, found none");
        }
        var file = Path.of(arguments.getFirst()).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(NAME + ": expected a POM, found no file at " + file);
        }
        return add(file, arguments.subList(1, arguments.size()));
    }

    @Override
    public Outcome run(List<String> arguments, String body) throws IOException, InterruptedException {
        var file = Files.createTempFile("notebook", ".pom");
        try {
            Files.writeString(file, PomText.whole(body));
            add(file, arguments);
            return new Outcome.Nothing();
        } finally {
            Files.delete(file);
        }
    }

    private List<String> add(Path file, List<String> scopes) throws IOException, InterruptedException {
        return libraries.add(NAME, file, Set.copyOf(scopes.isEmpty() ? SCOPES : scopes));
    }
}
