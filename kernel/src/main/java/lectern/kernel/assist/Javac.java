package lectern.kernel.assist;

import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.comp.Resolve;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Names;

/// The parts of javac that know the rules of the language.
record Javac(Context context, Types types, Symtab syms, Names names, Resolve resolve) {

    static Javac of(Context context) {
        return new Javac(
                context,
                Types.instance(context),
                Symtab.instance(context),
                Names.instance(context),
                Resolve.instance(context));
    }
}
