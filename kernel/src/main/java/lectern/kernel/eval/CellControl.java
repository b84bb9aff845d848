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
    private final Object lock = new Object();

    private volatile ClassLoader loader = CellControl.class.getClassLoader();
    private @Nullable Object value;
    private @Nullable Throwable thrown;
    private @Nullable ThreadGroup running;
    private boolean inSnippet;
    private boolean interrupted;

    /// @param beforeSnippet runs when the compiler is done with a snippet, before its code does anything
    CellControl(Runnable beforeSnippet) {
        this.beforeSnippet = beforeSnippet;
    }

    /// Before a cell runs on a thread of this group.
    void begin(ThreadGroup group) {
        synchronized (lock) {
            running = group;
            interrupted = false;
        }
    }

    /// After a cell. True if it was interrupted.
    boolean end() {
        synchronized (lock) {
            running = null;
            InterruptPoints.clear();
            return interrupted;
        }
    }

    /// Stops the cell that runs. Only a running snippet is interrupted as a thread, as the compiler would lose its
    /// files.
    void interrupt() {
        synchronized (lock) {
            if (running != null) {
                interrupted = true;
                if (inSnippet) {
                    InterruptPoints.raise(running);
                    running.interrupt();
                }
            }
        }
    }

    boolean isInterrupted() {
        synchronized (lock) {
            return interrupted;
        }
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

    @Override
    protected String invoke(Method method) throws Exception {
        value = null;
        thrown = null;
        beforeSnippet.run();
        synchronized (lock) {
            if (interrupted) {
                thrown = new InterruptPoints.Interruption();
                throw new InvocationTargetException(thrown);
            }
            inSnippet = true;
        }
        try {
            value = method.invoke(null);
            return "";
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            // JShell would copy the stack of each cause, and never end where the causes form a circle.
            throw thrown instanceof SPIResolutionException ? e : new InvocationTargetException(new Exception());
        } finally {
            synchronized (lock) {
                inSnippet = false;
                // The signal was for the snippet; the compiler must not see it.
                Thread.interrupted();
            }
        }
    }
}
