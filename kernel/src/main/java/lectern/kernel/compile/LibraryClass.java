package lectern.kernel.compile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// A class file of the class path.
final class LibraryClass extends SimpleJavaFileObject {

    /// Where its bytes come from.
    interface Content {
        InputStream open() throws IOException;
    }

    private final String binaryName;
    private final Content content;

    LibraryClass(URI uri, String binaryName, Content content) {
        super(uri, JavaFileObject.Kind.CLASS);
        this.binaryName = binaryName;
        this.content = content;
    }

    /// The name of the class in a file of this name.
    static String binaryName(String packageName, String fileName) {
        var simple = fileName.substring(0, fileName.length() - ClassPlace.ENDING.length());
        return packageName.isEmpty() ? simple : packageName + "." + simple;
    }

    String binaryName() {
        return binaryName;
    }

    @Override
    public InputStream openInputStream() throws IOException {
        return content.open();
    }
}
