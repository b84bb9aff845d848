package lectern.nn.ops;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.NormOps_FDRM;

/// The largest singular value of a matrix, **‖A‖₂ = max ‖A v‖ / ‖v‖**: how much it stretches at most.
public final class SpectralNorm {

    private SpectralNorm() {}

    /// ‖A‖₂ by the singular value decomposition of EJML; 0 for a matrix without numbers.
    ///
    /// @param a (rows, columns), row-major; left as it is
    public static float of(int rows, int columns, float[] a) {
        if (rows == 0 || columns == 0) {
            return 0;
        }
        return NormOps_FDRM.inducedP2(new FMatrixRMaj(rows, columns, true, a.clone()));
    }
}
