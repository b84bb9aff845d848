package lectern.kernel.eval;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// What cells get in place of methods of the JDK that a kernel cannot bear, called or as a method reference.
///
/// What ends the JVM is refused, as it would take the notebook's state with it. What waits and heeds no interrupt waits
/// so that it does.
public final class Stand {

    private static final ClassDesc HERE = Stand.class.describeConstable().orElseThrow();

    /// Owner, name and descriptor, and whether there is an instance.
    private static final Map<String, Boolean> METHODS = Map.of(
            "Ljava/lang/System;exit(I)V", false,
            "Ljava/lang/Runtime;exit(I)V", true,
            "Ljava/lang/Runtime;halt(I)V", true,
            "Ljava/util/concurrent/CompletableFuture;join()Ljava/lang/Object;", true,
            "Ljava/util/concurrent/locks/Lock;lock()V", true,
            "Ljava/util/concurrent/locks/ReentrantLock;lock()V", true);

    private Stand() {}

    /// For `System.exit`.
    @SuppressWarnings("DoNotCallSuggester")
    public static void exit(int status) {
        throw refusal("System.exit", status);
    }

    /// For `Runtime.exit`.
    @SuppressWarnings("DoNotCallSuggester")
    public static void exit(Runtime runtime, int status) {
        throw refusal("Runtime.exit", status);
    }

    /// For `Runtime.halt`.
    @SuppressWarnings("DoNotCallSuggester")
    public static void halt(Runtime runtime, int status) {
        throw refusal("Runtime.halt", status);
    }

    private static UnsupportedOperationException refusal(String method, int status) {
        return new UnsupportedOperationException(method + "(" + status
                + "): expected a cell that leaves the kernel running; to end it, restart or shut down the kernel");
    }

    /// For `CompletableFuture.join`.
    public static Object join(CompletableFuture<?> future) {
        heeding(() -> {
            try {
                var _ = future.get();
            } catch (ExecutionException | CancellationException e) {
                // It is done; join says how.
            }
        });
        return future.join();
    }

    /// For `Lock.lock`.
    public static void lock(Lock lock) {
        heeding(lock::lockInterruptibly);
    }

    /// For `ReentrantLock.lock`: a method reference needs the very type.
    public static void lock(ReentrantLock lock) {
        heeding(lock::lockInterruptibly);
    }

    private interface Waiting {
        void go() throws InterruptedException;
    }

    /// Waits on after an interrupt that is not meant to stop the cell, as the method does that it stands for.
    private static void heeding(Waiting waiting) {
        boolean interrupted = false;
        while (true) {
            try {
                waiting.go();
                break;
            } catch (InterruptedException e) {
                InterruptPoints.stop();
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Adds an element of a cell's code, or what takes its place.
    static void in(CodeBuilder code, CodeElement element) {
        switch (element) {
            case InvokeInstruction call
            when METHODS.containsKey(key(call.owner().asSymbol(), call.name().stringValue(), call.typeSymbol())) ->
                code.invokestatic(
                        HERE,
                        call.name().stringValue(),
                        type(call.owner().asSymbol(), call.name().stringValue(), call.typeSymbol()));
            case InvokeDynamicInstruction dynamic
            when dynamic.bootstrapArgs().stream().anyMatch(Stand::isReplaced) ->
                code.invokedynamic(DynamicCallSiteDesc.of(
                        dynamic.bootstrapMethod(),
                        dynamic.name().stringValue(),
                        dynamic.typeSymbol(),
                        dynamic.bootstrapArgs().stream().map(Stand::replaced).toArray(ConstantDesc[]::new)));
            default -> code.with(element);
        }
    }

    private static ConstantDesc replaced(ConstantDesc argument) {
        if (!isReplaced(argument) || !(argument instanceof DirectMethodHandleDesc method)) {
            return argument;
        }
        var type = MethodTypeDesc.ofDescriptor(method.lookupDescriptor());
        return MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.STATIC,
                HERE,
                method.methodName(),
                type(method.owner(), method.methodName(), type));
    }

    private static boolean isReplaced(ConstantDesc argument) {
        return argument instanceof DirectMethodHandleDesc method
                && METHODS.containsKey(
                        method.owner().descriptorString() + method.methodName() + method.lookupDescriptor());
    }

    private static String key(ClassDesc owner, String name, MethodTypeDesc type) {
        return owner.descriptorString() + name + type.descriptorString();
    }

    private static MethodTypeDesc type(ClassDesc owner, String name, MethodTypeDesc type) {
        if (!METHODS.getOrDefault(key(owner, name, type), false)) {
            return type;
        }
        return type.insertParameterTypes(0, owner);
    }
}
