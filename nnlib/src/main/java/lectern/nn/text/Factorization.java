package lectern.nn.text;

import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// The document-word matrix as a product of two narrow ones, **D ≈ U V**: of all products of that rank the
/// nearest, by the singular value decomposition D = P Σ Qᵀ cut after k singular values (Eckart and Young,
/// 1936), with U = P √Σ and V = √Σ Qᵀ. Row i of U is the embedding of document i, column j of V that of word
/// j.
///
/// Source: S. Deerwester et al., *Indexing by latent semantic analysis* (1990).
///
/// @param documents U, (documents, k)
/// @param words V, (k, vocabulary)
/// @param singularValues the largest k, falling, (k)
public record Factorization(Tensor documents, Tensor words, Tensor singularValues) {

    /// Factorises a matrix.
    ///
    /// @param matrix D, (documents, vocabulary), such as counts or TFIDF
    /// @param rank k
    /// @throws ShapeException if D is not a matrix, or k not within 1…its smaller size
    public static Factorization of(Tensor matrix, int rank) {
        if (matrix.shape().rank() != 2) {
            throw new ShapeException("factorization", "a matrix (documents, vocabulary)", matrix.shape());
        }
        int rows = matrix.size(0);
        int columns = matrix.size(1);
        int most = Math.min(rows, columns);
        if (rank < 1 || rank > most) {
            throw new ShapeException("factorization", "a rank within 1…" + most, rank);
        }
        // Rows are turned; there are fewer of them in one of D and Dᵀ.
        boolean wide = rows <= columns;
        SingularValues found = SingularValues.of(wide ? rowsOf(matrix) : columnsOf(matrix));
        Tensor documents = Tensor.zeros(rows, rank);
        Tensor words = Tensor.zeros(rank, columns);
        Tensor values = Tensor.zeros(rank);
        for (int k = 0; k < rank; k++) {
            double root = Math.sqrt(found.value(k));
            values.array()[k] = (float) found.value(k);
            double[] ofRows = wide ? found.left(k) : found.right(k);
            double[] ofColumns = wide ? found.right(k) : found.left(k);
            double sign = signOfLargest(ofRows);
            for (int i = 0; i < rows; i++) {
                documents.array()[i * rank + k] = (float) (sign * root * ofRows[i]);
            }
            for (int j = 0; j < columns; j++) {
                words.array()[k * columns + j] = (float) (sign * root * ofColumns[j]);
            }
        }
        return new Factorization(documents, words, values);
    }

    /// Singular vectors are known but for their sign: the largest number of a document vector is positive.
    private static double signOfLargest(double[] vector) {
        double largest = 0;
        for (double number : vector) {
            largest = Math.abs(number) > Math.abs(largest) ? number : largest;
        }
        return largest < 0 ? -1 : 1;
    }

    private static double[][] rowsOf(Tensor matrix) {
        int columns = matrix.size(1);
        double[][] rows = new double[matrix.size(0)][columns];
        for (int i = 0; i < matrix.count(); i++) {
            rows[i / columns][i % columns] = matrix.array()[i];
        }
        return rows;
    }

    private static double[][] columnsOf(Tensor matrix) {
        int columns = matrix.size(1);
        double[][] transposed = new double[columns][matrix.size(0)];
        for (int i = 0; i < matrix.count(); i++) {
            transposed[i % columns][i / columns] = matrix.array()[i];
        }
        return transposed;
    }

    /// U V, (documents, vocabulary).
    public Tensor product() {
        return documents.matmul(words);
    }
}
