package lectern.kernel.eval;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import org.jspecify.annotations.Nullable;

/// A method of the session, by name and type, and the code that it has at present.
final class MethodSlot {

    private final String name;
    private final String descriptor;
    private CellLoader loader;
    private String holder;
    private @Nullable MutableCallSite site;

    MethodSlot(String name, String descriptor, CellLoader loader, String holder) {
        this.name = name;
        this.descriptor = descriptor;
        this.loader = loader;
        this.holder = holder;
    }

    /// Gives it other code: the method of this name in `holder`.
    synchronized void implement(CellLoader loader, String holder) {
        this.loader = loader;
        this.holder = holder;
        if (site != null) {
            site.setTarget(code(site.type()));
            MutableCallSite.syncAll(new MutableCallSite[] {site});
        }
    }

    /// Where all callers come by.
    synchronized MutableCallSite site(MethodType type) {
        if (site == null) {
            site = new MutableCallSite(code(type));
        }
        return site;
    }

    private MethodHandle code(MethodType type) {
        try {
            return MethodHandles.publicLookup().findStatic(loader.loadClass(holder), Trampolines.codeName(name), type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the code of " + name + descriptor + " is not in " + holder, e);
        }
    }
}
