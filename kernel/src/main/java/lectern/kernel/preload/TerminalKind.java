package lectern.kernel.preload;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lectern.figure.TextStyle;

/// What the text goes to that this process writes.
public enum TerminalKind {

    /// A file or another program: lines, in ASCII.
    NONE,

    /// A screen on which a line can be written again, in ASCII.
    PLAIN,

    /// A screen whose font has Braille dots and blocks.
    DOTTED;

    /// Terminals of few characters: that of Linux without windows, and those that only print.
    private static final Set<String> POOR = Set.of("", "dumb", "linux", "vt100", "vt220");

    /// What this process writes to.
    public static TerminalKind here() {
        boolean isScreen = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return of(isScreen, System.out.charset(), System.getenv());
    }

    static TerminalKind of(boolean isScreen, Charset charset, Map<String, String> environment) {
        if (!isScreen || environment.getOrDefault("TERM", "").equals("dumb")) {
            return NONE;
        }
        boolean isWindows = environment.containsKey("WT_SESSION");
        boolean hasDots = charset.equals(StandardCharsets.UTF_8)
                && (isWindows || !POOR.contains(environment.getOrDefault("TERM", "")));
        return hasDots ? DOTTED : PLAIN;
    }

    /// Whether a line that stands there can be written again.
    boolean rewrites() {
        return this != NONE;
    }

    /// The characters that figures are made of.
    TextStyle style() {
        return this == DOTTED ? TextStyle.BRAILLE : TextStyle.ASCII;
    }
}
