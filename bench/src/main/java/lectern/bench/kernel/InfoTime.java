package lectern.bench.kernel;

import com.google.gson.JsonObject;
import java.util.List;

/// The least that a request takes: one that runs no cell.
record InfoTime() implements Probe {

    private static final Row ROW = Row.milliseconds("kernel_info, there and back");
    private static final Repeat REPEAT = new Repeat(50, Double.MAX_VALUE);

    @Override
    public List<Row> rows() {
        return List.of(ROW);
    }

    @Override
    public void run(RunningKernel kernel, Sheet sheet) throws KernelException {
        sheet.put(
                ROW,
                kernel.contender(),
                REPEAT.median(
                        0,
                        _ -> kernel.time("kernel_info_request", new JsonObject())
                                .milliseconds()));
    }
}
