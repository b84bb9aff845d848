package lectern.bench.conformance;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;

/// One thing that a kernel must do.
///
/// @param name in the words of the table
/// @param body does it
public record Check(String name, Body body) {

    /// What is done with a kernel.
    interface Body {

        /// The figure to show, or an empty text.
        ///
        /// @throws Unmet if the kernel does not do it
        String examine(Talk talk) throws Unmet, IOException, InterruptedException;
    }

    /// What is done with a kernel, and has no figure.
    interface Plain {
        void examine(Talk talk) throws Unmet, IOException, InterruptedException;
    }

    static Check of(String name, Plain body) {
        return new Check(name, talk -> {
            body.examine(talk);
            return "";
        });
    }

    static void that(boolean holds, Supplier<String> otherwise) throws Unmet {
        if (!holds) {
            throw new Unmet(otherwise.get());
        }
    }

    static void equal(Object expected, Object found) throws Unmet {
        that(Objects.equals(expected, found), () -> "expected " + shortened(expected) + ", found " + shortened(found));
    }

    static void contains(String text, String part) throws Unmet {
        that(text.contains(part), () -> "expected a text with " + part + ", found " + shortened(text));
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 200 ? text : text.substring(0, 200) + "...";
    }
}
