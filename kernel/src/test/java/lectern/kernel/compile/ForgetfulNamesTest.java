package lectern.kernel.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.InvalidUtfException;
import com.sun.tools.javac.util.Name;
import com.sun.tools.javac.util.Names;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgetfulNamesTest {

    private static final int PATIENCE = 50;

    private final ForgetfulNames names = names();

    private static ForgetfulNames names() {
        var context = new Context();
        ForgetfulNames.preRegister(context);
        return (ForgetfulNames) Names.instance(context);
    }

    @Test
    void aTextHasOneName() throws InvalidUtfException {
        for (var text : List.of("", "weights", "größe", "名前", "\u0000", "a😀b")) {
            var name = names.fromString(text);
            assertSame(name, names.fromChars((">" + text).toCharArray(), 1, text.length()));
            assertSame(name, names.fromUtf(name.toUtf()));
            assertEquals(text, name.toString());
        }
        assertEquals(
                "größe".getBytes(StandardCharsets.UTF_8).length,
                names.fromString("größe").getUtf8Length());
    }

    @Test
    void aNameInUseStaysTheSame() {
        names.forget();
        var held = names.fromString("held");
        collect(lost());
        assertSame(held, names.fromString("held"));
        names.forget();
        assertSame(held, names.fromString("held"));
    }

    @Test
    void aNameThatNothingUsesIsForgotten() {
        names.forget();
        var lost = lost();
        assertNotNull(lost.get());
        collect(lost);
        assertNull(lost.get());
        assertEquals("lost", names.fromString("lost").toString());
        names.forget();
        assertSame(names.fromString("lost"), names.fromString("lost"));
    }

    @Test
    void theFirstNamesStay() {
        var first = new WeakReference<>(names.fromString("first"));
        names.forget();
        collect(lost());
        assertNotNull(first.get());
    }

    private WeakReference<Name> lost() {
        return new WeakReference<>(names.fromString("lost"));
    }

    /// Forgets until a name is gone.
    private void collect(WeakReference<Name> lost) {
        names.forget();
        for (int i = 0; i < PATIENCE && lost.get() != null; i++) {
            System.gc();
        }
        names.forget();
    }
}
