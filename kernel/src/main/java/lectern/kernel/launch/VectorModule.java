package lectern.kernel.launch;

import java.lang.module.ModuleFinder;

/// The module of the Vector API, loaded by a JVM that was started without it.
///
/// It is an incubator, and a JVM that is asked for one at its start leaves out most of what a start-up cache holds:
/// the module graph and linked classes. Loaded a moment later it costs none of that. The way is the JDK's
/// own, by which it loads the module of an agent into a running JVM, and the manifest of the kernel gives access to
/// it. The module is defined to the loader of the JDK's classes, and the JVM turns on the compilation of vector
/// code when it sees which module it is.
final class VectorModule {

    private static final String NAME = "jdk.incubator.vector";

    /// The option by which a JVM has the module from its start.
    static final String FROM_THE_START = "--add-modules=" + NAME;

    private VectorModule() {}

    /// Whether this JDK has it at all, loaded or not.
    static boolean exists() {
        return ModuleFinder.ofSystem().find(NAME).isPresent();
    }

    /// Loads it, if it is not there yet; false where this JVM does not let us.
    static boolean load() {
        if (ModuleLayer.boot().findModule(NAME).isPresent()) {
            return true;
        }
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
            return true;
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A JDK that does it in another way; the library then says what is missing.
            return false;
        }
    }
}
