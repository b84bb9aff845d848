package lectern.nn.theory;

import java.math.BigInteger;

/// Cover's counting function, **C(N, D) = 2 Σₖ₌₀ᴰ⁻¹ binom(N − 1, k)**: in how many ways a plane through the
/// origin can divide N points in general position in D dimensions into two classes, of 2ᴺ ways in all.
///
/// A plane that need not go through the origin, as with a bias, counts as one dimension more. It is all ways up
/// to N = D, and half of them at N = 2 D.
///
/// Source: T. Cover, *Geometrical and Statistical Properties of Systems of Linear Inequalities with
/// Applications in Pattern Recognition* (1965), eq. (5).
public final class Cover {

    /// More bits than a double tells apart.
    private static final int BITS = 62;

    private Cover() {}

    /// C(N, D), exact.
    ///
    /// @throws IllegalArgumentException if a number is below 1
    public static BigInteger count(int points, int dimensions) {
        if (points < 1 || dimensions < 1) {
            throw new IllegalArgumentException(
                    "cover: expected at least one point and one dimension, found " + points + " and " + dimensions);
        }
        BigInteger sum = BigInteger.ZERO;
        BigInteger binomial = BigInteger.ONE;
        for (int k = 0; k < Math.min(dimensions, points); k++) {
            sum = sum.add(binomial);
            binomial = binomial.multiply(BigInteger.valueOf(points - 1 - k)).divide(BigInteger.valueOf(k + 1));
        }
        return sum.shiftLeft(1);
    }

    /// The share of all ways, **C(N, D) / 2ᴺ**: the probability that classes drawn by coins can be divided.
    ///
    /// @throws IllegalArgumentException if a number is below 1
    public static double probability(int points, int dimensions) {
        BigInteger count = count(points, dimensions);
        int cut = Math.max(0, count.bitLength() - BITS);
        return Math.scalb(count.shiftRight(cut).doubleValue(), cut - points);
    }
}
