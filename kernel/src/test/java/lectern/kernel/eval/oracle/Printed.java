package lectern.kernel.eval.oracle;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a cell prints, told apart by thread, so that two cells may run at once.
///
/// A cell runs in a thread that its caller has made, and inherits the caller's record.
final class Printed {

    private static final InheritableThreadLocal<@Nullable Printed> CURRENT = new InheritableThreadLocal<>();

    private final StringBuilder text = new StringBuilder();
    private String stream = "";

    private Printed() {}

    /// A result, and what was printed on the way to it; a change of stream is marked.
    record Result<T>(T value, String printed) {}

    /// Puts itself between the cells and the two streams. To be called once, before an evaluator is made.
    static void install() {
        if (!(System.out instanceof Split)) {
            System.setOut(new Split("out", System.out));
            System.setErr(new Split("err", System.err));
        }
    }

    static <T> Result<T> during(Supplier<T> work) {
        var printed = new Printed();
        CURRENT.set(printed);
        try {
            var value = work.get();
            return new Result<>(value, printed.text());
        } finally {
            CURRENT.remove();
        }
    }

    private synchronized String text() {
        return text.toString();
    }

    private synchronized void add(String name, String more) {
        if (!stream.equals(name)) {
            text.append('<').append(name).append('>');
            stream = name;
        }
        text.append(more);
    }

    /// A stream that goes to the record of the thread that prints, or on to the stream that was there.
    private static final class Split extends PrintStream {

        Split(String name, PrintStream otherwise) {
            super(
                    new OutputStream() {
                        @Override
                        public void write(int b) {
                            write(new byte[] {(byte) b}, 0, 1);
                        }

                        @Override
                        public void write(byte[] bytes, int from, int length) {
                            var printed = CURRENT.get();
                            if (printed == null) {
                                otherwise.write(bytes, from, length);
                            } else {
                                printed.add(name, new String(bytes, from, length, StandardCharsets.UTF_8));
                            }
                        }
                    },
                    true,
                    StandardCharsets.UTF_8);
        }
    }
}
