package lectern.bench.kernel;

import java.util.List;

/// Something that is done with a kernel from its start to its end, and the rows that come of it.
interface Study {

    /// What it is called while it runs, and where it fails.
    String name();

    List<Row> rows();

    /// How often it is run with each kernel in a round.
    ///
    /// @param rounds how many rounds there are
    default int times(int rounds) {
        return 1;
    }

    /// One turn of one kernel.
    ///
    /// @throws KernelException if the kernel did not do what it should; what was measured before is kept
    void run(Bench bench, Contender contender) throws KernelException;
}
