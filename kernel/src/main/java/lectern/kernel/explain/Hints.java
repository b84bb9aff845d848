package lectern.kernel.explain;

import java.util.List;
import java.util.Optional;
import lectern.kernel.compile.Problem;

/// How mistakes are mended: of all that know of one, the first one answers.
///
/// @param knowledge what the engine knows
public record Hints(Knowledge knowledge) {

    private static final List<Hint> ALL = List.of(
            new OtherLanguage(),
            new Length(),
            new UnknownName(),
            new UnknownPackage(),
            new Orphan(),
            new OpenBracket(),
            new Semicolon(),
            new Conversion(),
            new Arguments(),
            new Rules());

    /// Whether the parser found it; what it finds behind that in the same line, it would not have found otherwise.
    public static boolean isSyntax(Problem problem) {
        return Mistake.isSyntax(problem);
    }

    /// What to do about a complaint of the compiler, in a line or a few.
    public Optional<String> of(Problem problem) {
        var mistake = new Mistake(problem, knowledge);
        return ALL.stream().flatMap(hint -> hint.of(mistake).stream()).findFirst();
    }
}
