package lectern.kernel.eval;

import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.CellSource;
import org.jspecify.annotations.Nullable;

/// The classes of the session's cells, as long as something needs them.
final class CellClasses implements Places {

    /// What is kept of a cell while its classes are there.
    private record Loaded(WeakReference<CellLoader> loader, CellSource source) {}

    private static final Pattern HOLDER = Pattern.compile(CellNames.PACKAGE + "/(Cell\\d+(?:v\\d+)?)\\b");

    private final ClassLoader libraries;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();
    private final Map<String, WeakReference<MethodSlot>> slots = new HashMap<>();
    private Map<String, CellLoader> live = Map.of();

    /// @param libraries loads all that is not of cells
    CellClasses(ClassLoader libraries) {
        this.libraries = libraries;
    }

    /// Makes the classes of one compilation ready to be used, and exchanges the code of methods that they declare anew.
    ///
    /// @param classes by binary names
    /// @param sources the cells that they come from, by the simple names of the cells' classes
    CellLoader define(Map<String, byte[]> classes, Map<String, CellSource> sources) {
        var others = others(classes, sources.keySet());
        var weaver = new CellWeaver(classes, new CellLoader(libraries, Map.of(), others));
        var loader = new CellLoader(libraries, weaver.weave(), others);
        sources.forEach((holder, source) -> loaded.put(holder, new Loaded(new WeakReference<>(loader), source)));
        for (var holder : sources.keySet()) {
            var name = CellNames.PACKAGE + "." + holder;
            weaver.declaredMethods(name).forEach(method -> implement(method, loader, name));
        }
        return loader;
    }

    private void implement(MethodModel method, CellLoader loader, String holder) {
        var name = method.methodName().stringValue();
        var descriptor = method.methodType().stringValue();
        var known = slots.get(name + descriptor);
        var slot = known == null ? null : known.get();
        if (slot == null) {
            slot = new MethodSlot(name, descriptor, loader, holder);
            slots.put(name + descriptor, new WeakReference<>(slot));
            loader.put(name, descriptor, slot);
        } else {
            loader.put(name, descriptor, slot);
            slot.implement(loader, holder);
        }
    }

    private Map<String, CellLoader> others(Map<String, byte[]> classes, Set<String> own) {
        var others = new HashMap<String, CellLoader>();
        for (var bytes : classes.values()) {
            for (var entry : ClassFile.of().parse(bytes).constantPool()) {
                if (entry instanceof Utf8Entry text) {
                    var matcher = HOLDER.matcher(text.stringValue());
                    while (matcher.find()) {
                        var holder = matcher.group(1);
                        var other = own.contains(holder) ? null : loader(holder);
                        if (other != null) {
                            others.put(holder, other);
                        }
                    }
                }
            }
        }
        return others;
    }

    private @Nullable CellLoader loader(String holder) {
        var found = loaded.get(holder);
        return found == null ? null : found.loader.get();
    }

    /// Keeps the cells of which a declaration is still in use; the others are kept by their instances alone.
    void keep(Set<String> holders) {
        var kept = new HashMap<String, CellLoader>();
        for (var holder : holders) {
            var loader = loader(holder);
            if (loader != null) {
                kept.put(holder, loader);
            }
        }
        live = kept;
        loaded.values().removeIf(cell -> cell.loader.get() == null);
        slots.values().removeIf(slot -> slot.get() == null);
    }

    /// A class of a cell by its binary name.
    Class<?> find(String name) throws ClassNotFoundException {
        var loader = live.get(CellNames.outer(name));
        if (loader == null) {
            throw new ClassNotFoundException(name);
        }
        return loader.loadClass(name);
    }

    @Override
    public Optional<Place> place(StackTraceElement frame) {
        var cell = loaded.get(CellNames.outer(frame.getClassName()));
        // What calls on to a method has no line.
        if (cell == null || frame.getLineNumber() < 1) {
            return Optional.empty();
        }
        return Optional.of(place(cell.source, frame.getLineNumber()));
    }

    private static Place place(CellSource source, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = source.text().indexOf('\n', start) + 1;
        }
        return Place.of(source.cell(), source.text(), start);
    }
}
