package lectern.bench.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import lectern.bench.compare.Progress;

/// What every study needs.
///
/// @param only the rows that are asked for
/// @param sheet where results go
/// @param log where the kernels' own output goes
record Bench(Pattern only, Sheet sheet, Path log, Progress progress) {

    /// The same with another place for results.
    Bench with(Sheet other) {
        return new Bench(only, other, log, progress);
    }

    boolean wants(Row row) {
        return only.matcher(row.name()).find();
    }

    boolean wantsAny(List<Row> rows) {
        return rows.stream().anyMatch(this::wants);
    }

    RunningKernel start(Contender contender) throws KernelException {
        return RunningKernel.start(contender, log);
    }
}
