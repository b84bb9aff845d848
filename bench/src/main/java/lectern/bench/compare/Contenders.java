package lectern.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/// Who takes part: this library, and the peers that are on the class path.
final class Contenders {

    private Contenders() {}

    /// Ours first.
    static List<Contender> all() {
        List<Contender> all = new ArrayList<>();
        all.add(new Ours());
        ServiceLoader.load(Contender.class).forEach(all::add);
        return all;
    }

    static Contender named(String name) {
        return all().stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "bench: expected the name of a library on the class path, found " + name));
    }
}
