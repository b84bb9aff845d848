package lectern.nn.text;

import lectern.nn.ops.LinearAlgebra;
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
        double[] numbers = new double[matrix.count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = matrix.array()[i];
        }
        LinearAlgebra.Singular found = LinearAlgebra.singular(rows, columns, numbers);
        Tensor documents = Tensor.zeros(rows, rank);
        Tensor words = Tensor.zeros(rank, columns);
        Tensor values = Tensor.zeros(rank);
        for (int k = 0; k < rank; k++) {
            double root = Math.sqrt(found.value(k));
            values.array()[k] = (float) found.value(k);
            double sign = signOfLargest(found, k, rows);
            for (int i = 0; i < rows; i++) {
                documents.array()[i * rank + k] = (float) (sign * root * found.left(i, k));
            }
            for (int j = 0; j < columns; j++) {
                words.array()[k * columns + j] = (float) (sign * root * found.right(j, k));
            }
        }
        return new Factorization(documents, words, values);
    }

    /// Singular vectors are known but for their sign: the largest number of a document vector is positive.
    private static double signOfLargest(LinearAlgebra.Singular found, int k, int rows) {
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            double number = found.left(i, k);
            largest = Math.abs(number) > Math.abs(largest) ? number : largest;
        }
        return largest < 0 ? -1 : 1;
    }

    /// U V, (documents, vocabulary).
    public Tensor product() {
        return documents.matmul(words);
    }
}
