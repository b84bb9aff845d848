package lectern.kernel.explain;

import java.util.Locale;

/// How much two names read alike.
public final class Spelling {

    private Spelling() {}

    /// Whether one may have been meant by the other: the longer, the more letters may be wrong; only the case of
    /// short ones.
    static boolean isNear(String name, String other) {
        int length = Math.max(name.length(), other.length());
        int most = length < 3 ? 0 : length < 5 ? 1 : length < 8 ? 2 : 3;
        return Math.abs(name.length() - other.length()) <= most && distanceOfLetters(name, other) <= most;
    }

    /// How far apart they are, but for case.
    static int distanceOfLetters(String name, String other) {
        return distance(name.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    /// How far apart they are; case counts less than a letter.
    public static int rank(String name, String other) {
        return 100 * distanceOfLetters(name, other) + distance(name, other);
    }

    /// The number of letters to insert, drop, change, or exchange with the next, on the way from one to the other.
    private static int distance(String one, String other) {
        var before = new int[other.length() + 1];
        var last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + change, Math.min(last[j], row[j - 1]) + 1);
                boolean exchanged = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (exchanged) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            before = last;
            last = row;
        }
        return last[other.length()];
    }
}
