package lectern.kernel.display;

import org.jspecify.annotations.Nullable;

/// What every cell can call to ask for a line.
public final class Prompts {

    // Cells call static methods; like System.in, what they read from is the host's to set.
    private static volatile @Nullable Question current;

    private Prompts() {}

    /// Puts a way to ask into use, for the whole process.
    public static void use(Question question) {
        current = question;
    }

    /// Asks for a line.
    ///
    /// @throws InterruptedException if the cell is interrupted while it waits
    public static String readLine(String prompt) throws InterruptedException {
        return question().ask(prompt, false);
    }

    /// Asks for a line that is not shown while it is typed.
    ///
    /// @throws InterruptedException if the cell is interrupted while it waits
    public static String readPassword(String prompt) throws InterruptedException {
        return question().ask(prompt, true);
    }

    private static Question question() {
        var question = current;
        if (question == null) {
            throw new IllegalStateException("input: expected a running kernel, found none");
        }
        return question;
    }
}
