package lectern.kernel.eval;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.SPIResolutionException;
import org.jspecify.annotations.Nullable;

/// Runs JShell's snippets in this JVM, keeps the object that a snippet returned, and can stop it.
final class CellControl extends DirectExecutionControl {

    private final Runnable beforeSnippet;
    private final InterruptPoints points = new InterruptPoints();
    private final RunningCell cell;

    private volatile ClassLoader loader = CellControl.class.getClassLoader();
    private @Nullable Object value;
    private @Nullable Throwable thrown;

    /// @param beforeSnippet runs when the compiler is done with a snippet, before its code does anything
    CellControl(RunningCell cell, Runnable beforeSnippet) {
        this.cell = cell;
        this.beforeSnippet = beforeSnippet;
    }

    /// What the latest snippet returned.
    @Nullable
    Object value() {
        return value;
    }

    /// What the latest snippet threw, itself and not JShell's account of it.
    @Nullable
    Throwable thrown() {
        return thrown;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        for (var loaded : classes) {
            points.learn(loaded.bytecodes());
        }
        super.load(Arrays.stream(classes)
                .map(loaded -> new ClassBytecodes(loaded.name(), points.weave(loaded.bytecodes())))
                .toArray(ClassBytecodes[]::new));
        try {
            loader = findClass(classes[0].name()).getClassLoader();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class that was just loaded is not there", e);
        }
    }

    /// What the cells load classes by; before the first of them, what the kernel does.
    ClassLoader loader() {
        return loader;
    }

    /// JShell asks for the text of a variable; what it holds is kept on the way.
    @Override
    public String varValue(String className, String varName) throws EngineTerminationException {
        try {
            var field = findClass(className).getDeclaredField(varName);
            field.setAccessible(true);
            value = field.get(null);
            return "";
        } catch (ReflectiveOperationException e) {
            throw new EngineTerminationException("the variable " + varName + " has no field: " + e);
        }
    }

    @Override
    protected String invoke(Method method) throws Exception {
        value = null;
        thrown = null;
        beforeSnippet.run();
        try {
            cell.enterCode();
        } catch (InterruptPoints.Interruption e) {
            thrown = e;
            throw new InvocationTargetException(e);
        }
        try {
            value = method.invoke(null);
            return "";
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            // JShell would copy the stack of each cause, and never end where the causes form a circle.
            throw thrown instanceof SPIResolutionException ? e : new InvocationTargetException(new Exception());
        } finally {
            cell.leaveCode();
        }
    }
}
