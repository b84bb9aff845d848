package lectern.kernel.magic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// `%env`: the variables of the environment. A JVM cannot change its own: what is set holds for the commands that
/// cells start.
final class Environment implements LineCommand {

    private final Consumer<DisplayData> show;
    private final Map<String, String> changed = new ConcurrentHashMap<>();

    /// @param show puts something under the cell
    Environment(Consumer<DisplayData> show) {
        this.show = show;
    }

    @Override
    public Description description() {
        return new Description(
                "%env [NAME | NAME=VALUE]", "list the environment, show or set a variable for %%sh", "%env LANG=C");
    }

    /// What a command gets.
    Map<String, String> changed() {
        return changed;
    }

    @Override
    public @Nullable Object run(List<String> arguments) {
        var all = new TreeMap<>(System.getenv());
        all.putAll(changed);
        if (arguments.isEmpty()) {
            var rows = all.entrySet().stream()
                    .map(entry -> List.of(entry.getKey(), entry.getValue()))
                    .toList();
            show.accept(new Table(List.of("name", "value"), rows).bundle());
            return null;
        }
        var written = String.join(" ", arguments);
        int equals = written.indexOf('=');
        var name = equals < 0 ? written : written.substring(0, equals).strip();
        if (equals >= 0) {
            changed.put(name, written.substring(equals + 1).strip());
            return changed.get(name);
        }
        if (!all.containsKey(name)) {
            throw new IllegalArgumentException("%env: expected a variable that is set, found none named " + name
                    + "; %env " + name + "=VALUE sets it for %%sh");
        }
        System.out.println(all.get(name));
        return all.get(name);
    }
}
