package lectern.bench.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import lectern.bench.kernel.Contender;

/// All checks, by theme, and their examination.
public final class Suite {

    private Suite() {}

    /// The checks of each theme.
    public static Map<String, List<Check>> themes() {
        var themes = new LinkedHashMap<String, List<Check>>();
        themes.put("requests", RequestChecks.all());
        themes.put("language", LanguageChecks.all());
        themes.put("errors", ErrorChecks.all());
        themes.put("output", OutputChecks.all());
        themes.put("input", InputChecks.all());
        themes.put("help", HelpChecks.all());
        themes.put("history", HistoryChecks.all());
        themes.put("interrupts", InterruptChecks.all());
        themes.put("subshells", SubshellChecks.all());
        themes.put("sockets", SocketChecks.all());
        themes.put("comms", CommChecks.all());
        themes.put("life", LifeChecks.all());
        themes.put("cost", CostChecks.all());
        return themes;
    }

    /// The checks of one theme; of one that there is not, none.
    public static List<Check> checks(String theme) {
        return themes().getOrDefault(theme, List.of());
    }

    /// What came of a check.
    ///
    /// @param met whether the kernel does it
    /// @param note the figure, or why not
    public record Verdict(boolean met, String note) {}

    /// Examines a kernel. One that no longer answers after a check is replaced by a new one for the next.
    ///
    /// @param folder where it may keep what it remembers; emptied by nobody
    /// @param patience how long any answer of it may take
    /// @param verdicts hears of each check
    public static void examine(
            Contender contender,
            List<Check> checks,
            Path folder,
            Duration patience,
            BiConsumer<Check, Verdict> verdicts) {
        Subject subject = null;
        for (Check check : checks) {
            Verdict verdict;
            boolean healthy = false;
            try {
                if (subject == null) {
                    subject = Subject.start(contender, folder, patience);
                }
                verdict = new Verdict(true, check.body().examine(new Talk(subject)));
                healthy = true;
            } catch (NullPointerException e) {
                // What JSON does not have is null.
                verdict = new Verdict(false, "expected a field that is not in the answer: " + e.getMessage());
            } catch (Unmet | IOException | RuntimeException e) {
                verdict = new Verdict(false, String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                verdict = new Verdict(false, "interrupted");
            }
            verdicts.accept(check, verdict);
            if (subject != null && !healthy) {
                subject.close();
                subject = null;
            }
        }
        if (subject != null) {
            subject.close();
        }
    }
}
