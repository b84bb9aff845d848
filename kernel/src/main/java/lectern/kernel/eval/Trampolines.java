package lectern.kernel.eval;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import lectern.kernel.compile.CellNames;

/// The methods of cells, callable by a name behind which their code can be exchanged.
///
/// In place of a method `f` its class has an `f` that only calls on, through a call site that all methods of this
/// name and type share, and the code under another name. Compiled code calls through it as if it were not there.
public final class Trampolines {

    private static final String CODE = "$code";
    private static final ClassDesc HERE = Trampolines.class.describeConstable().orElseThrow();

    private Trampolines() {}

    /// Links a trampoline; called by the classes of cells.
    public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type) {
        return ((CellLoader) caller.lookupClass().getClassLoader())
                .slot(name, type.descriptorString())
                .site(type);
    }

    /// Whether the class of a cell has this method because the cell declares it.
    static boolean isDeclared(MethodModel method) {
        int flags = method.flags().flagsMask();
        var name = method.methodName().stringValue();
        return (flags & ClassFile.ACC_STATIC) != 0
                && (flags & ClassFile.ACC_SYNTHETIC) == 0
                && !name.startsWith("<")
                && !name.startsWith(CellNames.RUN);
    }

    /// What the code of a method is called.
    static String codeName(String name) {
        return name + CODE;
    }

    /// What a method is called by those who call it.
    static String calledName(String name) {
        return name.endsWith(CODE) ? name.substring(0, name.length() - CODE.length()) : name;
    }

    /// Adds the method that calls on.
    static void add(ClassBuilder builder, MethodModel method) {
        var name = method.methodName().stringValue();
        var type = method.methodTypeSymbol();
        builder.withMethodBody(
                name, type, ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC, code -> {
                    for (int i = 0; i < type.parameterCount(); i++) {
                        code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
                    }
                    code.invokedynamic(DynamicCallSiteDesc.of(
                            ConstantDescs.ofCallsiteBootstrap(HERE, "link", ConstantDescs.CD_CallSite), name, type));
                    code.return_(TypeKind.from(type.returnType()));
                });
    }
}
