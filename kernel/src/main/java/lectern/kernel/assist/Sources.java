package lectern.kernel.assist;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// Where the source of a class file can be: in `META-INF/sources` of its own jar or folder, in a `-sources.jar` beside
/// its jar, in the `src.zip` of the running JDK. Nothing is fetched from anywhere.
final class Sources {

    private static final String INSIDE = "META-INF/sources/";

    /// Both ways to name a class file in a jar: `jar:file:…!/name` and `file:…#name`.
    private static final Pattern IN_JAR = Pattern.compile("(?:jar:)?(file:.*?)(?:!/|#)(.*)");

    private final Path jdk;
    private final Map<Path, Optional<ZipFile>> open = new HashMap<>();

    /// @param jdk the sources of the JDK, which need not be there
    Sources(Path jdk) {
        this.jdk = jdk;
    }

    /// Why there is no source of a class of the JDK; empty for others.
    Optional<String> whyNone(ClassSymbol type) {
        return type.classfile != null
                        && type.classfile.toUri().toString().startsWith("jrt:/")
                        && !Files.isRegularFile(jdk)
                ? Optional.of("(no documentation: this JDK was installed without its sources, " + jdk + ")")
                : Optional.empty();
    }

    /// The source of the file that an outermost class was compiled from.
    Optional<String> of(ClassSymbol type) {
        if (type.classfile == null) {
            return Optional.empty();
        }
        try {
            return at(type.classfile.toUri(), type.flatname.toString().replace('.', '/'));
        } catch (IOException e) {
            // A class without documentation reads as one without a source.
            return Optional.empty();
        }
    }

    private Optional<String> at(URI classFile, String binaryName) throws IOException {
        var text = classFile.toString();
        if (!text.endsWith(".class")) {
            return Optional.empty();
        }
        if (text.startsWith("jrt:/")) {
            return entry(jdk, java(classFile.getPath().substring(1)));
        }
        var inJar = IN_JAR.matcher(text);
        if (inJar.matches()) {
            var jar = Path.of(URI.create(inJar.group(1)));
            var name = java(inJar.group(2));
            var inside = entry(jar, INSIDE + name);
            var beside = jar.resolveSibling(jar.getFileName().toString().replaceFirst("\\.jar$", "-sources.jar"));
            return inside.isPresent() ? inside : entry(beside, name);
        }
        if (text.startsWith("file:") && text.endsWith(binaryName + ".class")) {
            var root = text.substring(0, text.length() - binaryName.length() - ".class".length());
            var inside = Path.of(URI.create(root + INSIDE + binaryName + ".java"));
            return Files.exists(inside) ? Optional.of(Files.readString(inside)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static String java(String classFile) {
        return classFile.substring(0, classFile.length() - ".class".length()) + ".java";
    }

    private Optional<String> entry(Path zip, String name) throws IOException {
        var file = open.computeIfAbsent(zip, Sources::open);
        var entry = file.map(all -> all.getEntry(name));
        if (file.isEmpty() || entry.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = file.get().getInputStream(entry.get())) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static Optional<ZipFile> open(Path zip) {
        try {
            return Files.isRegularFile(zip) ? Optional.of(new ZipFile(zip.toFile())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
