package lectern.kernel.magic;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import lectern.kernel.eval.EngineSwitch;
import org.jspecify.annotations.Nullable;

/// `%engine`: which engine compiles and runs the cells from this one on.
///
/// @param engines what there is
record ChooseEngine(Supplier<EngineSwitch> engines) implements LineCommand {

    @Override
    public Description description() {
        return new Description(
                "%engine compiler | jshell",
                "have cells run by our compiler or by the JDK's JShell; each has its own state", "%engine jshell");
    }

    @Override
    public @Nullable Object run(List<String> arguments) {
        var names = new TreeSet<>(engines.get().names());
        if (arguments.size() != 1 || !names.contains(arguments.getFirst())) {
            throw new IllegalArgumentException("%engine: expected one of " + String.join(", ", names) + ", found "
                    + (arguments.isEmpty() ? "nothing" : String.join(" ", arguments)));
        }
        var name = arguments.getFirst();
        engines.get().use(name);
        System.out.println("cells are run by " + name
                + " from here on; what the other engine's cells declared is known there only");
        return null;
    }
}
