package lectern.kernel.eval;

import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.kernel.compile.CellNames;
import org.jspecify.annotations.Nullable;

/// Turns the classes that the compiler made of a cell into those that run in a session of cells.
///
/// Places to interrupt come into all code, and methods of the cell go through their [Trampolines]. As each cell has a
/// class loader of its own, what is visible in the package to the compiler becomes public; and a class that a cell
/// declares becomes a member of the cell's class, as its simple name is what its users gave it.
final class CellWeaver {

    private final Map<String, ClassModel> models = new LinkedHashMap<>();
    private final ClassFile classFile;

    /// @param classes all classes of one compilation by their binary names
    /// @param others loads the classes of other cells
    CellWeaver(Map<String, byte[]> classes, ClassLoader others) {
        var plain = ClassFile.of();
        classes.forEach((name, bytes) -> models.put(name, plain.parse(bytes)));
        classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ((ClassHierarchyResolver) this::ownClass).orElse(ClassHierarchyResolver.ofClassLoading(others))));
    }

    Map<String, byte[]> weave() {
        var woven = new HashMap<String, byte[]>();
        models.forEach((name, model) -> woven.put(name, weave(name, model)));
        return woven;
    }

    /// The methods that cells declare in this class, as names and types.
    List<MethodModel> declaredMethods(String name) {
        var model = models.get(name);
        return model == null || isDeclaredType(name)
                ? List.of()
                : model.methods().stream().filter(Trampolines::isDeclared).toList();
    }

    private ClassHierarchyResolver.@Nullable ClassHierarchyInfo ownClass(ClassDesc type) {
        var descriptor = type.descriptorString();
        var model = models.get(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
        if (model == null) {
            return null;
        }
        return model.flags().has(AccessFlag.INTERFACE)
                ? ClassHierarchyResolver.ClassHierarchyInfo.ofInterface()
                : ClassHierarchyResolver.ClassHierarchyInfo.ofClass(
                        model.superclass().map(s -> s.asSymbol()).orElse(ConstantDescs.CD_Object));
    }

    private byte[] weave(String name, ClassModel model) {
        boolean isHolder = isHolder(name);
        return classFile.transformClass(model, new ClassTransform() {
            @Override
            public void accept(ClassBuilder builder, ClassElement element) {
                switch (element) {
                    case MethodModel method
                    when isHolder && Trampolines.isDeclared(method) -> {
                        Trampolines.add(builder, method);
                        add(
                                builder,
                                method,
                                Trampolines.codeName(method.methodName().stringValue()));
                    }
                    case MethodModel method ->
                        add(builder, method, method.methodName().stringValue());
                    case FieldModel field ->
                        builder.withField(
                                field.fieldName(),
                                field.fieldType(),
                                target -> field.forEach(part -> {
                                    if (part instanceof AccessFlags flags) {
                                        target.withFlags(visible(flags.flagsMask()));
                                    } else {
                                        target.with(part);
                                    }
                                }));
                    case AccessFlags flags -> builder.withFlags(flags.flagsMask() | ClassFile.ACC_PUBLIC);
                    case InnerClassesAttribute _ -> {}
                    case PermittedSubclassesAttribute permitted -> {
                        if (permitted.permittedSubclasses().stream()
                                .allMatch(sub ->
                                        models.containsKey(sub.asInternalName().replace('/', '.')))) {
                            builder.with(permitted);
                        }
                    }
                    default -> builder.with(element);
                }
            }

            @Override
            public void atEnd(ClassBuilder builder) {
                var inner = innerClasses(name, model);
                if (!inner.isEmpty()) {
                    builder.with(InnerClassesAttribute.of(inner));
                }
            }
        });
    }

    private static void add(ClassBuilder builder, MethodModel method, String name) {
        builder.withMethod(
                name,
                method.methodTypeSymbol(),
                method.flags().flagsMask(),
                target -> method.forEach(part -> {
                    switch (part) {
                        case AccessFlags flags -> target.withFlags(visible(flags.flagsMask()));
                        case CodeModel code -> target.transformCode(code, InterruptPoints.places());
                        default -> target.with(part);
                    }
                }));
    }

    private static int visible(int flags) {
        return (flags & ClassFile.ACC_PRIVATE) != 0 ? flags : (flags & ~ClassFile.ACC_PROTECTED) | ClassFile.ACC_PUBLIC;
    }

    /// A class that is a member of the cell's class, and no member of one of its classes, local or anonymous.
    private boolean isDeclaredType(String name) {
        var model = models.get(name);
        return model != null
                && !isHolder(name)
                && name.indexOf('$') == name.lastIndexOf('$')
                && model.findAttribute(Attributes.enclosingMethod()).isEmpty()
                && !model.flags().has(AccessFlag.SYNTHETIC);
    }

    private static boolean isHolder(String name) {
        return name.indexOf('$') < 0;
    }

    private List<InnerClassInfo> innerClasses(String name, ClassModel model) {
        var all = new ArrayList<InnerClassInfo>();
        model.findAttribute(Attributes.innerClasses()).ifPresent(attribute -> all.addAll(attribute.classes()));
        models.forEach((type, other) -> {
            if (isDeclaredType(type) && (type.equals(name) || (type.startsWith(name + "$") && isHolder(name)))) {
                all.add(InnerClassInfo.of(
                        ClassDesc.of(type),
                        Optional.of(ClassDesc.of(CellNames.PACKAGE, CellNames.outer(type))),
                        Optional.of(type.substring(type.indexOf('$') + 1)),
                        (other.flags().flagsMask() & ~ClassFile.ACC_SUPER)
                                | ClassFile.ACC_PUBLIC
                                | ClassFile.ACC_STATIC));
            }
        });
        return all;
    }
}
