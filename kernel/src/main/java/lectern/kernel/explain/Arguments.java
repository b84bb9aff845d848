package lectern.kernel.explain;

import java.util.Optional;
import java.util.stream.Collectors;

/// A call with too many, too few or other arguments: the declarations that there are.
final class Arguments implements Hint {

    private static final int SHOWN = 6;

    @Override
    public Optional<String> of(Mistake mistake) {
        if (!mistake.is("cant.apply") || mistake.start() < 0) {
            return Optional.empty();
        }
        boolean isNew = mistake.name().equals("new");
        int at = isNew ? skipNew(mistake) : mistake.start();
        var all = mistake.knowledge().declarations(mistake.text(), at).stream()
                .filter(line -> line.contains("("))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var shown = all.stream().limit(SHOWN).collect(Collectors.joining("\n"));
        return Optional.of("it can be called as\n" + shown + (all.size() > SHOWN ? "\n…" : ""));
    }

    private static int skipNew(Mistake mistake) {
        int at = mistake.start() + "new".length();
        while (at < mistake.text().length()
                && Character.isWhitespace(mistake.text().charAt(at))) {
            at++;
        }
        return at;
    }
}
