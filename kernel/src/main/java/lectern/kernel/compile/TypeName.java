package lectern.kernel.compile;

import com.sun.tools.javac.code.Type;
import java.util.regex.Pattern;

/// How a type reads: without its packages.
public final class TypeName {

    private static final Pattern PACKAGES = Pattern.compile("(?<![\\w.])(?:[a-z_]\\w*\\.)+(?=[A-Z])");

    private TypeName() {}

    /// The name of a type, with its arguments.
    public static String of(Type type) {
        return PACKAGES.matcher(Problem.readable(type.stripMetadata().toString()))
                .replaceAll("");
    }
}
