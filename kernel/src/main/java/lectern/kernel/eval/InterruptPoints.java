package lectern.kernel.eval;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ForkJoinWorkerThread;

/// Places in compiled cells where a running cell can be stopped: the entry of each method and each jump back.
///
/// Every place calls one shared call site. Its target is an empty method, which the just-in-time compiler removes, so
/// that inner loops are as fast as without; a volatile flag there would keep them from being vectorised. To stop a
/// cell, the target becomes a method that throws, and compiled code that relied on the old one is thrown away.
///
/// A call of `System.exit` becomes a refusal on the way, as it would take the notebook's state with it.
public final class InterruptPoints {

    /// What a stopped cell is stopped with.
    public static final class Interruption extends Error {

        private static final long serialVersionUID = 1;

        Interruption() {
            super("interrupted", null, false, true);
        }
    }

    private static final MethodType CHECK = MethodType.methodType(void.class);
    private static final MethodHandle PASS = MethodHandles.empty(CHECK);
    private static final Set<ThreadGroup> STOPPED = new CopyOnWriteArraySet<>();
    private static final MutableCallSite SITE = new MutableCallSite(PASS);
    private static final MethodHandle STOP = stopHandle();

    private static final ClassDesc HERE =
            InterruptPoints.class.describeConstable().orElseThrow();
    private static final DynamicCallSiteDesc POINT = DynamicCallSiteDesc.of(
            ConstantDescs.ofCallsiteBootstrap(HERE, "bootstrap", ConstantDescs.CD_CallSite),
            "check",
            ConstantDescs.MTD_void);
    private static final MethodTypeDesc EXIT = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    private final Map<ClassDesc, ClassDesc> supers = new ConcurrentHashMap<>();
    private final Set<ClassDesc> interfaces = ConcurrentHashMap.newKeySet();
    private final ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
            ClassHierarchyResolver.defaultResolver().orElse(this::cellClass)));

    /// Links a place of a cell to the shared call site; called by the cells' classes.
    public static CallSite bootstrap(MethodHandles.Lookup caller, String name, MethodType type) {
        return SITE;
    }

    /// What a cell calls in place of `System.exit`.
    @SuppressWarnings("DoNotCallSuggester")
    public static void refuseExit(int status) {
        throw new UnsupportedOperationException("System.exit(" + status
                + "): expected a cell that leaves the kernel running; to end it, restart or shut down the kernel");
    }

    /// Stops the threads of `group`, and the workers of fork-join pools, at their next place.
    static synchronized void raise(ThreadGroup group) {
        STOPPED.add(group);
        target(STOP);
    }

    /// Lets all run again but the threads of these groups.
    static synchronized void keep(Set<ThreadGroup> groups) {
        if (STOPPED.retainAll(groups) && STOPPED.isEmpty()) {
            target(PASS);
        }
    }

    /// Tells the weaver of a class that others of the same load may refer to.
    void learn(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        var name = model.thisClass().asSymbol();
        if ((model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0) {
            interfaces.add(name);
        }
        supers.put(name, model.superclass().map(s -> s.asSymbol()).orElse(ConstantDescs.CD_Object));
    }

    /// What puts the places into the code of one method.
    static CodeTransform places() {
        return CodeTransform.ofStateful(Weaving::new);
    }

    /// The class with the places in it.
    byte[] weave(byte[] bytes) {
        return classFile.transformClass(classFile.parse(bytes), ClassTransform.transformingMethodBodies(places()));
    }

    private ClassHierarchyResolver.ClassHierarchyInfo cellClass(ClassDesc name) {
        return interfaces.contains(name)
                ? ClassHierarchyResolver.ClassHierarchyInfo.ofInterface()
                : ClassHierarchyResolver.ClassHierarchyInfo.ofClass(supers.getOrDefault(name, ConstantDescs.CD_Object));
    }

    private static void target(MethodHandle target) {
        SITE.setTarget(target);
        MutableCallSite.syncAll(new MutableCallSite[] {SITE});
    }

    // Called through its handle.
    @SuppressWarnings("UnusedMethod")
    private static void stop() {
        var thread = Thread.currentThread();
        var own = thread.getThreadGroup();
        if (own != null
                && STOPPED.stream().anyMatch(group -> thread instanceof ForkJoinWorkerThread || group.parentOf(own))) {
            throw new Interruption();
        }
    }

    private static MethodHandle stopHandle() {
        try {
            return MethodHandles.lookup().findStatic(InterruptPoints.class, "stop", CHECK);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /// The transformation of one method: a jump to a label that was passed already is a jump back.
    private static final class Weaving implements CodeTransform {

        private final Set<Label> passed = new HashSet<>();

        @Override
        public void atStart(CodeBuilder code) {
            code.invokedynamic(POINT);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            switch (element) {
                case LabelTarget target -> passed.add(target.label());
                case BranchInstruction branch when passed.contains(branch.target()) -> code.invokedynamic(POINT);
                default -> {}
            }
            if (element instanceof InvokeInstruction call
                    && call.owner().asInternalName().equals("java/lang/System")
                    && call.name().equalsString("exit")) {
                code.invokestatic(HERE, "refuseExit", EXIT);
            } else {
                code.with(element);
            }
        }
    }
}
