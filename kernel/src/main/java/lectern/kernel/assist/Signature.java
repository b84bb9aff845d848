package lectern.kernel.assist;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.TypeName;

/// How declarations read, with types by their simple names.
final class Signature {

    private final Types types;
    private final ClassSymbol arrays;

    Signature(Javac javac) {
        types = javac.types();
        arrays = javac.syms().arrayClass;
    }

    /// The declaration of a member as it is seen from a site, in one line.
    ///
    /// @param site the type whose member it is; its own class, of a symbol without one
    /// @param parameters the names of a method's parameters; empty, to show their types only
    String of(Symbol symbol, Type site, List<String> parameters) {
        return switch (symbol) {
            case MethodSymbol method -> method(method, site, parameters);
            case VarSymbol variable -> TypeName.of(variableType(variable, site)) + " " + qualified(variable);
            case ClassSymbol type -> type(type);
            case PackageSymbol named -> "package " + named.fullname;
            default -> symbol.name.toString();
        };
    }

    private Type variableType(VarSymbol variable, Type site) {
        return isMember(variable, site) ? types.memberType(site, variable) : variable.type;
    }

    private static boolean isMember(Symbol symbol, Type site) {
        return !symbol.isStatic() && symbol.owner instanceof ClassSymbol && site.hasTag(TypeTag.CLASS);
    }

    private String method(MethodSymbol method, Type site, List<String> parameters) {
        var type = isMember(method, site) && !method.isConstructor() ? types.memberType(site, method) : method.type;
        var all = new ArrayList<String>();
        for (var parameter : type.getParameterTypes()) {
            int index = all.size();
            boolean last = index == method.type.getParameterTypes().size() - 1;
            var text = method.isVarArgs() && last
                    ? TypeName.of(types.elemtype(parameter)) + "..."
                    : TypeName.of(parameter);
            all.add(index < parameters.size() ? text + " " + parameters.get(index) : text);
        }
        var list = "(" + String.join(", ", all) + ")";
        var thrown = type.getThrownTypes().isEmpty()
                ? ""
                : type.getThrownTypes().stream().map(TypeName::of).collect(Collectors.joining(", ", " throws ", ""));
        var variables = type.getTypeArguments().isEmpty()
                ? ""
                : type.getTypeArguments().stream().map(this::variable).collect(Collectors.joining(", ", "<", "> "));
        return method.isConstructor()
                ? variables + method.owner.name + list + thrown
                : variables + TypeName.of(type.getReturnType()) + " " + qualified(method) + list + thrown;
    }

    private String variable(Type variable) {
        var bound = types.getBounds((Type.TypeVar) variable).stream()
                .map(TypeName::of)
                .filter(name -> !name.equals("Object"))
                .collect(Collectors.joining(" & "));
        return bound.isEmpty() ? TypeName.of(variable) : TypeName.of(variable) + " extends " + bound;
    }

    /// The members of classes are called by them; those of the session are not.
    private String qualified(Symbol symbol) {
        boolean ownName = !(symbol.owner instanceof ClassSymbol owner)
                || owner.name.isEmpty()
                || owner.equals(arrays)
                || (owner.flags() & Flags.PUBLIC) == 0
                || CellNames.isHolder(owner.fullname.toString());
        return ownName
                ? symbol.name.toString()
                : TypeName.of(symbol.owner.type.tsym.type).replaceAll("<.*", "") + "." + symbol.name;
    }

    private String type(ClassSymbol type) {
        long flags = type.flags();
        var word = (flags & Flags.ANNOTATION) != 0
                ? "@interface "
                : (flags & Flags.INTERFACE) != 0
                        ? "interface "
                        : (flags & Flags.ENUM) != 0 ? "enum " : (flags & Flags.RECORD) != 0 ? "record " : "class ";
        var above = types.supertype(type.type);
        boolean plain = !word.equals("class ")
                || above.hasTag(TypeTag.NONE)
                || TypeName.of(above).equals("Object");
        var implemented = types.interfaces(type.type).stream().map(TypeName::of).collect(Collectors.joining(", "));
        return word
                + TypeName.of(type.type)
                + (plain ? "" : " extends " + TypeName.of(above))
                + (implemented.isEmpty()
                        ? ""
                        : (word.equals("interface ") ? " extends " : " implements ") + implemented);
    }
}
