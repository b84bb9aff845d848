package lectern.bench.kernel;

import java.util.List;

/// All that is measured, in the order of the table.
final class Studies {

    private Studies() {}

    static List<Study> all() {
        return List.of(new Starts(), new FirstEpoch(), new WarmSession(), new Growth());
    }

    static List<Row> rows() {
        return all().stream().flatMap(study -> study.rows().stream()).toList();
    }
}
