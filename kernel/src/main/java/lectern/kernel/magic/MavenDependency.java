package lectern.kernel.magic;

import java.io.IOException;
import java.util.List;

/// `%maven`, `%addMavenDependency`, `%addMavenDependencies`: adds libraries with all that they need to the class path.
///
/// @param libraries what is added to
record MavenDependency(Libraries libraries) implements LineCommand {

    private static final String FORM = "GROUP:ARTIFACT[:EXTENSION[:CLASSIFIER]]:VERSION";

    @Override
    public Description description() {
        return new Description(
                "%maven " + FORM + "...",
                "add libraries with all that they need to the class path",
                "%maven org.apache.commons:commons-text:1.12.0");
    }

    @Override
    public List<String> run(List<String> arguments) throws IOException, InterruptedException {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("%maven: expected " + FORM + ", found nothing");
        }
        for (var coordinates : arguments) {
            if (!coordinates.matches("[^:\\s]+(:[^:\\s]+){2,4}")) {
                throw new IllegalArgumentException("%maven: expected " + FORM + ", found " + coordinates);
            }
        }
        return libraries.add("%maven", arguments);
    }
}
