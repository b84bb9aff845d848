package lectern.kernel.explain;

import java.util.Optional;
import java.util.Set;

/// Arrays have a `length`, strings a `length()`, collections a `size()`.
final class Length implements Hint {

    private static final Set<String> WORDS = Set.of("length", "size", "len", "count");

    @Override
    public Optional<String> of(Mistake mistake) {
        if (!mistake.isUnknownName()
                || WORDS.stream().noneMatch(word -> Spelling.isNear(word, mistake.name()))
                || !mistake.before().endsWith(".")) {
            return Optional.empty();
        }
        return mistake.knowledge().names(mistake.text(), mistake.start(), Length::isLength).stream()
                .findFirst()
                .map(right -> "its length is " + owner(mistake) + right);
    }

    private static boolean isLength(String name) {
        return name.equals("length") || name.equals("size");
    }

    private static String owner(Mistake mistake) {
        var before = mistake.before();
        int start = before.length() - 1;
        while (start > 0 && Character.isJavaIdentifierPart(before.charAt(start - 1))) {
            start--;
        }
        return before.substring(start);
    }
}
