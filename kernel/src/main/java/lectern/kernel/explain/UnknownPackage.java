package lectern.kernel.explain;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// `system.out`, `math.abs`, `java.utl.List`: what stands before a dot is taken for a package if nothing is called so.
final class UnknownPackage implements Hint {

    private static final Pattern PACKAGE = Pattern.compile("package (\\S+) does not exist");

    @Override
    public Optional<String> of(Mistake mistake) {
        return mistake.is("doesnt.exist")
                ? mistake.says(PACKAGE).flatMap(found -> of(mistake, found.group(1)))
                : Optional.empty();
    }

    private static Optional<String> of(Mistake mistake, String name) {
        int start = mistake.start();
        if (start < 0 || !mistake.text().startsWith(name, start)) {
            return Optional.empty();
        }
        var type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        if (!name.contains(".") && !mistake.knowledge().classes(type).isEmpty()) {
            return Optional.of("did you mean " + type + "? Upper and lower case are different letters in Java");
        }
        var path = name.substring(0, name.lastIndexOf('.') + 1);
        var last = name.substring(path.length());
        return mistake
                .knowledge()
                .names(mistake.text(), start + path.length(), one -> Spelling.isNear(last, one.replace(".", "")))
                .stream()
                .map(one -> one.replaceAll("\\W.*", ""))
                .min(Comparator.comparingInt(one -> Spelling.rank(last, one)))
                .map(one -> "did you mean " + path + one + "?")
                .or(() -> classes(mistake));
    }

    /// The class that is imported may be in another package.
    private static Optional<String> classes(Mistake mistake) {
        var name = mistake.after().replaceAll("(?s)^\\W+|(?<=\\w)\\W.*", "");
        return name.isEmpty() || !Character.isUpperCase(name.charAt(0))
                ? Optional.empty()
                : mistake.knowledge().classes(name).stream().findFirst().map(type -> "there is a class " + type);
    }
}
