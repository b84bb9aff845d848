package lectern.kernel.preload;

import java.util.Locale;

/// What an exercise in a notebook calls: the expected number beside the student's.
public final class Exercise {

    /// Answers are compared to three digits, which is what one computes by hand.
    private static final double TOLERANCE = 1e-3;

    private Exercise() {}

    /// Prints what was expected and what was found, and whether that is right; a wrong answer is no error.
    ///
    /// @param what the quantity that was asked for
    /// @param expected computed by the library
    /// @param found the student's answer
    /// @return whether the two agree to three digits
    public static boolean check(String what, double expected, double found) {
        boolean right = Math.abs(found - expected) <= TOLERANCE * Math.max(Math.abs(expected), TOLERANCE);
        System.out.printf(
                Locale.ROOT, "%s: expected %.4g, found %.4g: %s%n", what, expected, found, right ? "right" : "not yet");
        return right;
    }
}
