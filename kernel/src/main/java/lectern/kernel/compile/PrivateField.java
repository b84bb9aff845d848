package lectern.kernel.compile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Fields of javac that it shows no one; `--add-opens` with the package shows them.
final class PrivateField {

    private PrivateField() {}

    static VarHandle of(Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "javac: expected " + owner.getSimpleName() + "." + name + " to be readable; start with --add-opens="
                            + owner.getModule().getName() + "/" + owner.getPackageName() + "=ALL-UNNAMED",
                    e);
        }
    }
}
