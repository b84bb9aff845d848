package lectern.bench.kernel;

import java.util.List;

/// One thing that is measured in a session.
interface Probe {

    List<Row> rows();

    void run(RunningKernel kernel, Sheet sheet) throws KernelException;
}
