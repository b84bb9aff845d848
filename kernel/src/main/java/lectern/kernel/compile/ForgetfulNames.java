package lectern.kernel.compile;

import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Convert;
import com.sun.tools.javac.util.InvalidUtfException;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import com.sun.tools.javac.util.Options;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;

/// The names of a javac that goes on for thousands of cells: those that nothing uses any more are forgotten, where
/// javac's own tables keep every identifier and every literal for ever, or look each name up through a weak reference.
///
/// javac compares names by identity, so a name is the same as long as anybody holds it.
final class ForgetfulNames extends Names {

    private ForgetfulNames(Context context) {
        super(context);
        context.put(namesKey, (Names) this);
    }

    static void preRegister(Context context) {
        context.put(namesKey, (Context.Factory<Names>) ForgetfulNames::new);
    }

    @Override
    protected Name.Table createTable(Options options) {
        return new Store(this);
    }

    /// From here on, names that are new since the call before are kept only while they are in use. Those before the
    /// first call, of javac and of the libraries, stay.
    void forget() {
        ((Store) table).forget();
    }

    private static final class Store extends Name.Table {

        private static final int EXPECTED = 0x8000;

        private final Map<String, Name> kept = HashMap.newHashMap(EXPECTED);
        private final Map<String, Name> fresh = new HashMap<>();
        private final Map<String, Used> used = new HashMap<>();
        private final ReferenceQueue<Name> unused = new ReferenceQueue<>();

        Store(Names names) {
            super(names);
        }

        @Override
        public Name fromString(String string) {
            var name = kept.get(string);
            if (name == null) {
                name = fresh.get(string);
            }
            return name == null ? add(string) : name;
        }

        private Name add(String string) {
            var before = used.get(string);
            var name = before == null ? null : before.get();
            if (name == null) {
                name = new Text(this, string);
            }
            fresh.put(string, name);
            return name;
        }

        @Override
        public Name fromChars(char[] text, int offset, int length) {
            return fromString(new String(text, offset, length));
        }

        @Override
        public Name fromUtf(byte[] text, int offset, int length, Convert.Validation validation)
                throws InvalidUtfException {
            return fromString(Convert.utf2string(text, offset, length, validation));
        }

        void forget() {
            if (kept.isEmpty()) {
                kept.putAll(fresh);
            } else {
                fresh.forEach((string, name) -> used.put(string, new Used(string, name, unused)));
            }
            fresh.clear();
            for (var gone = unused.poll(); gone != null; gone = unused.poll()) {
                // Another name of the same text may have come since.
                used.remove(((Used) gone).string, gone);
            }
        }

        @Override
        public void dispose() {
            kept.clear();
            fresh.clear();
            used.clear();
        }
    }

    private static final class Used extends WeakReference<Name> {

        private final String string;

        Used(String string, Name name, ReferenceQueue<Name> unused) {
            super(name, unused);
            this.string = string;
        }
    }

    private static final class Text extends Name {

        private final String string;

        Text(Store table, String string) {
            super(table);
            this.string = string;
        }

        @Override
        public String toString() {
            return string;
        }

        @Override
        public boolean contentEquals(CharSequence other) {
            return string.contentEquals(other);
        }

        @Override
        protected boolean nameEquals(Name other) {
            return string.equals(other.toString());
        }

        @Override
        public int hashCode() {
            return string.hashCode();
        }

        @Override
        public int getUtf8Length() {
            return Convert.string2utf(string).length;
        }

        @Override
        public void getUtf8Bytes(byte[] bytes, int offset) {
            Convert.chars2utf(string.toCharArray(), 0, bytes, offset, string.length());
        }
    }
}
