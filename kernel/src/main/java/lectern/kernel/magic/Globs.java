package lectern.kernel.magic;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Paths with `*`, `?`, `[...]`, `{a,b}` and `**`, and `~` for the user's own folder.
final class Globs {

    private static final int DEPTH = 12;

    private Globs() {}

    /// The files and folders that the patterns stand for, absolute, each once.
    ///
    /// @param command whom a pattern without any is reported by
    /// @throws IllegalArgumentException if nothing is found for a pattern
    static List<Path> resolve(String command, List<String> patterns) throws IOException {
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException(command + ": expected a path, found none");
        }
        var all = new LinkedHashSet<Path>();
        for (var pattern : patterns) {
            var found = resolve(home(pattern));
            if (found.isEmpty()) {
                throw new IllegalArgumentException(command + ": expected a jar or a folder, found nothing at "
                        + (firstWildcard(pattern) < 0 ? absolute(home(pattern)) : pattern));
            }
            all.addAll(found);
        }
        return List.copyOf(all);
    }

    private static List<Path> resolve(String pattern) throws IOException {
        int wildcard = firstWildcard(pattern);
        if (wildcard < 0) {
            var path = absolute(pattern).normalize();
            return Files.exists(path) ? List.of(path) : List.of();
        }
        int slash = Math.max(pattern.lastIndexOf('/', wildcard), pattern.lastIndexOf('\\', wildcard));
        var folder = absolute(slash < 0 ? "" : pattern.substring(0, slash + 1)).normalize();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var rest = pattern.substring(slash + 1).replace('\\', '/');
        var matcher = folder.getFileSystem().getPathMatcher("glob:" + rest);
        int depth = rest.contains("**") ? DEPTH : rest.split("/").length;
        var found = new ArrayList<Path>();
        try (var files = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
            files.skip(1)
                    .filter(file -> matcher.matches(folder.relativize(file)))
                    .sorted()
                    .forEach(found::add);
        }
        return found;
    }

    private static int firstWildcard(String pattern) {
        for (int i = 0; i < pattern.length(); i++) {
            if ("*?[{".indexOf(pattern.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String home(String pattern) {
        return pattern.equals("~") || pattern.startsWith("~/")
                ? System.getProperty("user.home", "") + pattern.substring(1)
                : pattern;
    }

    private static Path absolute(String path) {
        return Path.of(path).toAbsolutePath();
    }
}
