package lectern.bench.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was measured so far, and what went wrong.
final class Sheet {

    private record Place(Row row, String contender) {}

    private final Map<Place, List<Double>> numbers = new LinkedHashMap<>();
    private final Set<String> remarks = new LinkedHashSet<>();

    void put(Row row, Contender contender, double number) {
        numbers.computeIfAbsent(new Place(row, contender.name()), _ -> new ArrayList<>())
                .add(number);
    }

    /// Something that the reader must know, said once however often it happens.
    void remark(Contender contender, String remark) {
        remarks.add(contender.name() + ": " + remark);
    }

    Optional<Numbers> of(Row row, String contender) {
        return Optional.ofNullable(numbers.get(new Place(row, contender))).map(Numbers::new);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
