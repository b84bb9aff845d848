package lectern.kernel.compile;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCExpressionStatement;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCStatement;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeMaker;
import com.sun.tools.javac.util.List;
import com.sun.tools.javac.util.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// A cell as javac is to see it: a class with a static method for each method of the cell and some for its
/// statements, and beside it the classes that the cell declares.
///
/// All trees keep the places that they have in the cell.
public final class CellUnit {

    /// More statements than this go into another method: one method cannot be larger than 64 KB.
    private static final int STATEMENTS = 40;

    private static final long FIELD_FLAGS = Flags.FINAL | Flags.VOLATILE | Flags.TRANSIENT;
    private static final long TYPE_FLAGS = Flags.PUBLIC | Flags.PRIVATE | Flags.PROTECTED | Flags.STATIC;
    private static final long METHOD_FLAGS =
            Flags.PUBLIC | Flags.PRIVATE | Flags.PROTECTED | Flags.STATIC | Flags.FINAL | Flags.DEFAULT;

    final ParsedCell cell;
    final String holderName;
    final JCCompilationUnit tree;
    final JCClassDecl holder;
    final java.util.List<JCMethodDecl> runs = new ArrayList<>();
    final java.util.List<JCMethodDecl> methods = new ArrayList<>();

    /// The classes that the cell declares.
    final java.util.List<JCClassDecl> types = new ArrayList<>();

    final Map<JCVariableDecl, TopVariable> variables = new HashMap<>();
    final java.util.List<TopVariable> inOrder = new ArrayList<>();

    /// The methods and classes, as they are kept for later.
    final Map<JCTree, Declaration> declarations = new HashMap<>();

    /// Whether it is one declaration of an earlier cell, compiled again.
    final boolean isAdopted;

    private final TreeMaker make;
    private final Names names;
    private @Nullable JCExpressionStatement value;

    CellUnit(ParsedCell cell, String holderName, boolean isAdopted, LiveCompiler compiler) {
        this.cell = cell;
        this.isAdopted = isAdopted;
        this.holderName = holderName;
        make = compiler.make;
        names = compiler.names;
        var statements = new ArrayList<JCStatement>();
        var classes = new ArrayList<JCTree>();
        for (var unit : cell.units()) {
            switch (unit.kind()) {
                case IMPORT -> {}
                case TYPE -> {
                    var type = (JCClassDecl) unit.trees().head;
                    declarations.put(type, Declaration.of(type.name.toString(), true, cell.source(), unit));
                    classes.add(type(type));
                }
                case METHOD -> {
                    var method = (JCMethodDecl) unit.trees().head;
                    declarations.put(method, Declaration.of(method.name.toString(), false, cell.source(), unit));
                    methods.add(method(method));
                }
                case VARIABLES -> unit.trees().forEach(tree -> statements.add(variable((JCVariableDecl) tree)));
                case EXPRESSION, STATEMENT -> unit.trees().forEach(tree -> statements.add((JCStatement) tree));
            }
        }
        if (!cell.units().isEmpty()) {
            var last = cell.units().getLast();
            if (last.open() && last.kind() == Unit.Kind.EXPRESSION) {
                value = (JCExpressionStatement) last.trees().head;
            }
        }
        for (int i = 0; i < statements.size(); i += STATEMENTS) {
            runs.add(run(i / STATEMENTS, statements.subList(i, Math.min(i + STATEMENTS, statements.size()))));
        }
        var members = new ArrayList<JCTree>(runs);
        members.addAll(methods);
        make.at(0);
        holder = make.ClassDef(
                make.Modifiers(Flags.PUBLIC | Flags.FINAL),
                names.fromString(holderName),
                List.nil(),
                null,
                List.nil(),
                List.from(members));
        var all = new ArrayList<JCTree>();
        all.add(make.PackageDecl(List.nil(), make.Ident(names.fromString(CellNames.PACKAGE))));
        all.add(holder);
        all.addAll(classes);
        tree = make.TopLevel(List.from(all));
        describe(tree, cell);
    }

    /// What javac wants to know of a unit beside its trees.
    static void describe(JCCompilationUnit tree, ParsedCell cell) {
        JavaFileObject source = cell.source();
        tree.sourcefile = source;
        var text = cell.source().text().toCharArray();
        tree.lineMap = com.sun.tools.javac.util.Position.makeLineMap(text, text.length, false);
        tree.endPositions = cell.ends();
    }

    private JCClassDecl type(JCClassDecl type) {
        types.add(type);
        type.mods.flags = (type.mods.flags & ~TYPE_FLAGS) | Flags.PUBLIC;
        if ((type.mods.flags & Flags.RECORD) != 0) {
            type.defs.forEach(CellUnit::publicConstructor);
        }
        return type;
    }

    /// The canonical constructor of a record must not be less visible than the record, which is public here.
    private static void publicConstructor(JCTree member) {
        if (member instanceof JCMethodDecl method
                && method.name.contentEquals("<init>")
                && (method.mods.flags & Flags.AccessFlags) == 0) {
            method.mods.flags |= Flags.PUBLIC;
        }
    }

    private static JCMethodDecl method(JCMethodDecl method) {
        method.mods.flags = (method.mods.flags & ~METHOD_FLAGS) | Flags.PUBLIC | Flags.STATIC;
        return method;
    }

    private JCVariableDecl variable(JCVariableDecl variable) {
        if (variable.name.isEmpty()) {
            // `_`: there is nothing to refer to it by.
            return variable;
        }
        var declared = new TopVariable(variable, variable.name, variable.mods.flags & FIELD_FLAGS);
        variables.put(variable, declared);
        inOrder.add(declared);
        variable.name = names.fromString(variable.name + CellNames.HIDDEN);
        return variable;
    }

    private JCMethodDecl run(int number, java.util.List<JCStatement> statements) {
        for (var statement : statements) {
            if (statement instanceof JCVariableDecl variable) {
                variable.mods.flags &= Flags.FINAL;
            }
        }
        make.at(statements.getFirst().pos);
        return make.MethodDef(
                make.Modifiers(Flags.PUBLIC | Flags.STATIC),
                names.fromString(CellNames.RUN + number),
                make.TypeIdent(TypeTag.VOID),
                List.nil(),
                List.of(
                        parameter("value", make.TypeArray(qualified("java", "lang", "Object"))),
                        parameter("reached", make.TypeArray(make.TypeIdent(TypeTag.INT)))),
                List.of(qualified("java", "lang", "Throwable")),
                make.Block(0, List.from(statements)),
                null);
    }

    private JCVariableDecl parameter(String name, JCExpression type) {
        return make.VarDef(make.Modifiers(Flags.PARAMETER), names.fromString(CellNames.HIDDEN + name), type, null);
    }

    private JCExpression qualified(String first, String... rest) {
        JCExpression path = make.Ident(names.fromString(first));
        for (var name : rest) {
            path = make.Select(path, names.fromString(name));
        }
        return path;
    }

    /// Replaces the body of a method: whoever calls it is told what it waits for.
    void stub(int position, String message) {
        new com.sun.tools.javac.tree.TreeScanner() {
            @Override
            public void visitMethodDef(JCMethodDecl method) {
                if (method.pos == position) {
                    make.at(method.pos);
                    method.body = make.Block(
                            0,
                            List.of(make.Throw(make.NewClass(
                                    null,
                                    List.nil(),
                                    qualified("lectern", "kernel", "compile", "UndeclaredError"),
                                    List.of(make.Literal(message)),
                                    null))));
                } else {
                    super.visitMethodDef(method);
                }
            }
        }.scan(tree);
    }

    /// Makes fields of the variables and a result of the last expression; when all types are known.
    void settle(Symtab syms) {
        int reached = 0;
        for (var run : runs) {
            var statements = new ArrayList<JCStatement>();
            var result = run.params.head.sym;
            var progress = run.params.tail.head.sym;
            for (var statement : run.body.stats) {
                make.at(statement.pos);
                var variable = statement instanceof JCVariableDecl tree ? variables.get(tree) : null;
                if (variable != null) {
                    statements.add(assignment(variable, syms));
                    reached++;
                    var at = make.Indexed(make.Ident(progress), make.Literal(0)).setType(syms.intType);
                    statements.add(
                            make.Exec(make.Assign(at, make.Literal(reached)).setType(syms.intType)));
                } else if (value != null && statement.equals(value) && !value.expr.type.hasTag(TypeTag.VOID)) {
                    var at = make.Indexed(make.Ident(result), make.Literal(0)).setType(syms.objectType);
                    statements.add(make.Exec(make.Assign(at, value.expr).setType(syms.objectType)));
                } else {
                    statements.add(statement);
                }
            }
            run.body.stats = List.from(statements);
        }
    }

    /// What a class of this unit is called outside the compiler: a class that a cell declares is a member of the
    /// cell's.
    String binaryName(String name) {
        for (var type : types) {
            var plain = CellNames.PACKAGE + "." + type.name;
            if (name.equals(plain) || name.startsWith(plain + "$")) {
                return CellNames.PACKAGE + "." + holderName + "$" + name.substring(CellNames.PACKAGE.length() + 1);
            }
        }
        return name;
    }

    /// The trees, with what javac found out of them.
    public JCCompilationUnit tree() {
        return tree;
    }

    /// The declaration of a method or a class of this unit.
    public Optional<Declaration> declaration(Symbol symbol) {
        return declarations.entrySet().stream()
                .filter(entry -> symbol.equals(
                        entry.getKey() instanceof JCClassDecl type ? type.sym : ((JCMethodDecl) entry.getKey()).sym))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Where the variables are declared that cells to come will see, by what they are to them.
    Map<Symbol, Declaration> variableDeclarations() {
        var found = new HashMap<Symbol, Declaration>();
        for (var part : cell.units()) {
            for (var tree : part.trees()) {
                var variable = tree instanceof JCVariableDecl declared ? variables.get(declared) : null;
                if (variable != null && variable.symbol != null) {
                    found.put(variable.symbol, Declaration.of(variable.name.toString(), false, cell.source(), part));
                }
            }
        }
        return found;
    }

    /// What a variable is to the cells to come, or in its method.
    @Nullable
    public Symbol symbol(JCVariableDecl tree) {
        var variable = variables.get(tree);
        return variable == null ? tree.sym : variable.symbol;
    }

    /// Whether the last expression has a value; when all types are known.
    boolean hasValue() {
        return value != null && !value.expr.type.hasTag(TypeTag.VOID);
    }

    /// Whether the last expression is a switch without a value, which makes sense as a statement only.
    boolean endsInVoidSwitch() {
        return value != null && value.expr instanceof JCTree.JCSwitchExpression && !hasValue();
    }

    private JCStatement assignment(TopVariable variable, Symtab syms) {
        var symbol = variable.symbol;
        if (symbol == null) {
            throw new IllegalStateException("a variable has no type after all types were found");
        }
        var initial = variable.tree.init;
        if (initial == null) {
            initial = switch (symbol.type.getTag()) {
                case BOOLEAN -> make.Literal(TypeTag.BOOLEAN, 0).setType(syms.booleanType);
                case BYTE, CHAR, SHORT, INT -> make.Literal(TypeTag.INT, 0).setType(syms.intType.constType(0));
                case LONG -> make.Literal(0L);
                case FLOAT -> make.Literal(0f);
                case DOUBLE -> make.Literal(0.0);
                default -> make.Literal(TypeTag.BOT, null).setType(syms.botType);
            };
        }
        return make.Assignment(symbol, initial);
    }

    /// Declares the fields in the class of the cell; erased, as there are types that a class file has no words for.
    void declareFields(ClassSymbol owner, Types types) {
        for (var variable : inOrder) {
            var symbol = variable.symbol;
            if (symbol != null && symbol.owner.equals(owner)) {
                var field =
                        new VarSymbol(symbol.flags() & ~Flags.FINAL, symbol.name, types.erasure(symbol.type), owner);
                make.at(variable.tree.pos);
                holder.defs = holder.defs.append(make.VarDef(field, null));
                owner.members_field.enter(field);
            }
        }
    }
}
