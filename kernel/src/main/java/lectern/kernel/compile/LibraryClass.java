package lectern.kernel.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// A class file of the class path.
///
/// @param packageName with dots, empty for the unnamed one
/// @param fileName without its package
/// @param uri where it is; most are never asked
/// @param content opens it
record LibraryClass(String packageName, String fileName, Supplier<URI> uri, Content content) implements JavaFileObject {

    /// What ends the name of a class file.
    static final String ENDING = Kind.CLASS.extension;

    /// Where its bytes come from.
    interface Content {
        InputStream open() throws IOException;
    }

    /// The name of the class.
    String binaryName() {
        var simple = fileName.substring(0, fileName.length() - ENDING.length());
        return packageName.isEmpty() ? simple : packageName + "." + simple;
    }

    @Override
    public URI toUri() {
        return uri.get();
    }

    @Override
    public String getName() {
        return toUri().toString();
    }

    @Override
    public Kind getKind() {
        return Kind.CLASS;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.CLASS && fileName.equals(simpleName + ENDING);
    }

    @Override
    public InputStream openInputStream() throws IOException {
        return content.open();
    }

    @Override
    public long getLastModified() {
        return 0;
    }

    @Override
    public @Nullable NestingKind getNestingKind() {
        return null;
    }

    @Override
    public @Nullable Modifier getAccessLevel() {
        return null;
    }

    @Override
    public Reader openReader(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException("expected a source, found " + fileName);
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        throw new UnsupportedOperationException("expected a source, found " + fileName);
    }

    @Override
    public OutputStream openOutputStream() {
        throw new UnsupportedOperationException("expected a file to write, found " + fileName);
    }

    @Override
    public Writer openWriter() {
        throw new UnsupportedOperationException("expected a file to write, found " + fileName);
    }

    @Override
    public boolean delete() {
        return false;
    }
}
