package lectern.kernel.magic;

import java.util.List;
import lectern.kernel.maven.Repository;
import org.jspecify.annotations.Nullable;

/// `%mavenRepo` and `%addMavenRepo`: has `%maven` look in a further repository.
///
/// @param libraries what looks there
record MavenRepository(Libraries libraries) implements LineCommand {

    @Override
    public Description description() {
        return new Description(
                "%mavenRepo ID URL",
                "look for libraries in a further repository", "%mavenRepo ours https://maven.example.org/releases");
    }

    @Override
    public @Nullable Object run(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.getLast().contains(":")) {
            throw new IllegalArgumentException("%mavenRepo: expected a name and an address, found "
                    + (arguments.isEmpty() ? "nothing" : String.join(" ", arguments)));
        }
        libraries.addRepository(new Repository(arguments.getFirst(), arguments.getLast()));
        return null;
    }
}
