package lectern.nn.ops;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;
import org.ejml.dense.row.factory.DecompositionFactory_FDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/// Orthogonal directions from any, by the decomposition A = Q R of EJML.
public final class OrthogonalBasis {

    private OrthogonalBasis() {}

    /// Q, its columns with the signs that make the diagonal of R positive: then Q is distributed evenly where A
    /// is normal (F. Mezzadri, 2007). Of a wide matrix the rows are made orthogonal instead.
    ///
    /// @param a (rows, columns)
    /// @return (rows, columns)
    public static float[] of(int rows, int columns, float[] a) {
        FMatrixRMaj matrix = new FMatrixRMaj(rows, columns, true, a.clone());
        return rows >= columns
                ? columns(matrix).getData()
                : transposed(columns(transposed(matrix))).getData();
    }

    private static FMatrixRMaj columns(FMatrixRMaj tall) {
        QRDecomposition<FMatrixRMaj> decomposition = DecompositionFactory_FDRM.qr(tall.getNumRows(), tall.getNumCols());
        decomposition.decompose(tall.copy());
        FMatrixRMaj q = decomposition.getQ(null, true);
        FMatrixRMaj r = decomposition.getR(null, true);
        for (int j = 0; j < q.getNumCols(); j++) {
            if (r.get(j, j) < 0) {
                CommonOps_FDRM.scaleCol(-1, q, j);
            }
        }
        return q;
    }

    private static FMatrixRMaj transposed(FMatrixRMaj matrix) {
        return CommonOps_FDRM.transpose(matrix, null);
    }
}
