package lectern.kernel.eval;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lectern.kernel.compile.CellNames;

/// Loads the classes of one cell. Those of other cells come from their loaders, which it keeps alive as it may still
/// need them; when nothing refers to a cell any more, its classes are collected with this.
final class CellLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Map<String, byte[]> classes;
    private final Map<String, CellLoader> others;
    private final Map<String, MethodSlot> slots = new HashMap<>();

    /// @param parent loads all that is not of cells
    /// @param classes by binary names
    /// @param others the loaders of the cells that these classes refer to, by the simple names of their classes
    CellLoader(ClassLoader parent, Map<String, byte[]> classes, Map<String, CellLoader> others) {
        super("cell", parent);
        this.classes = new ConcurrentHashMap<>(classes);
        this.others = others;
    }

    /// Gives a method its slot.
    void put(String name, String descriptor, MethodSlot slot) {
        slots.put(name + descriptor, slot);
    }

    MethodSlot slot(String name, String descriptor) {
        var slot = slots.get(name + descriptor);
        if (slot == null) {
            throw new IllegalStateException("a method without a slot: " + name + descriptor);
        }
        return slot;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(CellNames.PACKAGE + ".") ? cellClass(name) : super.loadClass(name, resolve);
    }

    private Class<?> cellClass(String name) throws ClassNotFoundException {
        var other = others.get(CellNames.outer(name));
        if (other != null) {
            return other.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            var bytes = classes.remove(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
