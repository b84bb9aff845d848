package lectern.kernel.compile;

import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.ModuleSymbol;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Name;
import java.util.Optional;
import java.util.function.Function;

/// Finds the classes of cells in the session, where javac asks for them by their full names.
final class CellFinder extends ClassFinder {

    private static final String PREFIX = CellNames.PACKAGE + ".";

    private Function<String, Optional<ClassSymbol>> session = _ -> Optional.empty();

    private CellFinder(Context context) {
        super(context);
    }

    static void preRegister(Context context) {
        context.put(classFinderKey, (Context.Factory<ClassFinder>) CellFinder::new);
    }

    /// @param session finds what cells have declared by simple name
    void lookIn(Function<String, Optional<ClassSymbol>> session) {
        this.session = session;
    }

    @Override
    public ClassSymbol loadClass(ModuleSymbol module, Name flatName) {
        var name = flatName.toString();
        return (name.startsWith(PREFIX)
                        ? session.apply(name.substring(PREFIX.length()))
                        : Optional.<ClassSymbol>empty())
                .orElseGet(() -> super.loadClass(module, flatName));
    }
}
