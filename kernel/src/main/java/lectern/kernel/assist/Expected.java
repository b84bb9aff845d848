package lectern.kernel.assist;

import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCAssign;
import com.sun.tools.javac.tree.JCTree.JCBinary;
import com.sun.tools.javac.tree.JCTree.JCCase;
import com.sun.tools.javac.tree.JCTree.JCConditional;
import com.sun.tools.javac.tree.JCTree.JCConstantCaseLabel;
import com.sun.tools.javac.tree.JCTree.JCErroneous;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCIf;
import com.sun.tools.javac.tree.JCTree.JCLambda;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodInvocation;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCParens;
import com.sun.tools.javac.tree.JCTree.JCReturn;
import com.sun.tools.javac.tree.JCTree.JCSwitch;
import com.sun.tools.javac.tree.JCTree.JCSwitchExpression;
import com.sun.tools.javac.tree.JCTree.JCThrow;
import com.sun.tools.javac.tree.JCTree.JCTypeApply;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.JCTree.JCWhileLoop;
import com.sun.tools.javac.tree.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Of which types something should be where it stands.
final class Expected {

    private final Javac javac;
    private final Function<JCExpression, List<MethodSymbol>> overloads;

    /// @param overloads all methods of the name that a call names; all constructors, of a type
    Expected(Javac javac, Function<JCExpression, List<MethodSymbol>> overloads) {
        this.javac = javac;
        this.overloads = overloads;
    }

    /// The types that fit at a place in a unit, none if any does.
    List<Type> at(JCTree unit, JCTree place) {
        var path = path(unit, place);
        return types(path, 0)
                .filter(type -> type != null && !type.isErroneous() && !type.hasTag(TypeTag.VOID))
                .filter(type -> !javac.types().isSameType(type, javac.syms().objectType))
                .toList();
    }

    /// The trees around a place, from the inside. A lambda may have been copied since: the position tells.
    private static List<JCTree> path(JCTree unit, JCTree place) {
        var path = new ArrayList<JCTree>();
        new TreeScanner() {
            private boolean found;

            @Override
            public void visitErroneous(JCErroneous tree) {
                scan(tree.errs);
            }

            @Override
            public void scan(@Nullable JCTree tree) {
                if (tree == null || found) {
                    return;
                }
                found = tree.equals(place) || (tree.pos == place.pos && tree.hasTag(place.getTag()));
                super.scan(found ? null : tree);
                if (found) {
                    path.add(tree);
                }
            }
        }.scan(unit);
        return path;
    }

    private Stream<Type> types(List<JCTree> path, int at) {
        if (at + 1 >= path.size()) {
            return Stream.empty();
        }
        var child = path.get(at);
        return switch (path.get(at + 1)) {
            case JCVariableDecl variable ->
                child.equals(variable.init) && variable.vartype != null && !variable.declaredUsingVar()
                        ? Stream.ofNullable(variable.vartype.type)
                        : Stream.empty();
            case JCAssign assign -> child.equals(assign.rhs) ? Stream.ofNullable(assign.lhs.type) : Stream.empty();
            case JCReturn _ -> returned(path, at + 1);
            case JCParens parens ->
                path.size() > at + 2
                                && (path.get(at + 2) instanceof JCIf || path.get(at + 2) instanceof JCWhileLoop)
                                && parens.expr.equals(child)
                        ? Stream.of(javac.syms().booleanType)
                        : types(path, at + 1);
            case JCConditional conditional ->
                child.equals(conditional.cond) ? Stream.of(javac.syms().booleanType) : types(path, at + 1);
            case JCBinary binary -> Stream.ofNullable(child.equals(binary.lhs) ? binary.rhs.type : binary.lhs.type);
            case JCThrow _ -> Stream.of(javac.syms().throwableType);
            case JCTypeApply _ -> types(path, at + 1);
            case JCMethodInvocation call ->
                child.equals(call.meth) ? types(path, at + 1) : arguments(call.meth, call.args.indexOf(child));
            case JCNewClass creation ->
                child.equals(creation.clazz)
                        ? types(path, at + 1)
                        : arguments(creation.clazz, creation.args.indexOf(child));
            case JCConstantCaseLabel _ -> selector(path, at + 1);
            default -> Stream.empty();
        };
    }

    private static Stream<Type> returned(List<JCTree> path, int from) {
        for (var tree : path.subList(from, path.size())) {
            if (tree instanceof JCMethodDecl method) {
                return method.restype == null ? Stream.empty() : Stream.ofNullable(method.restype.type);
            }
            if (tree instanceof JCLambda) {
                return Stream.empty();
            }
        }
        return Stream.empty();
    }

    private static Stream<Type> selector(List<JCTree> path, int label) {
        if (label + 2 >= path.size() || !(path.get(label + 1) instanceof JCCase)) {
            return Stream.empty();
        }
        return switch (path.get(label + 2)) {
            case JCSwitch statement -> Stream.ofNullable(statement.selector.type);
            case JCSwitchExpression expression -> Stream.ofNullable(expression.selector.type);
            default -> Stream.empty();
        };
    }

    private Stream<Type> arguments(JCExpression called, int index) {
        return overloads.apply(called).stream()
                .map(method -> method.isVarArgs() && index >= method.params().size() - 1
                        ? javac.types().elemtype(method.type.getParameterTypes().last())
                        : method.type.getParameterTypes().size() > index && index >= 0
                                ? method.type.getParameterTypes().get(index)
                                : null)
                .filter(Objects::nonNull);
    }

    /// Whether a value of a type may stand where one of these types is expected.
    boolean fits(Type type, List<Type> expected) {
        var plain = javac.types().erasure(type);
        return !type.hasTag(TypeTag.VOID)
                && expected.stream()
                        .map(javac.types()::erasure)
                        .filter(one -> !javac.types().isSameType(one, javac.syms().objectType))
                        .anyMatch(one -> javac.types().isConvertible(plain, one));
    }
}
