package lectern.kernel.compile;

import com.sun.tools.javac.api.JavacTool;
import com.sun.tools.javac.code.ClassFinder;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.comp.Attr;
import com.sun.tools.javac.comp.AttrContext;
import com.sun.tools.javac.comp.Check;
import com.sun.tools.javac.comp.CompileStates;
import com.sun.tools.javac.comp.Enter;
import com.sun.tools.javac.comp.Env;
import com.sun.tools.javac.comp.MemberEnter;
import com.sun.tools.javac.comp.Modules;
import com.sun.tools.javac.jvm.ClassWriter;
import com.sun.tools.javac.jvm.Gen;
import com.sun.tools.javac.main.JavaCompiler;
import com.sun.tools.javac.resources.CompilerProperties;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.tree.TreeMaker;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.JCDiagnostic;
import com.sun.tools.javac.util.List;
import com.sun.tools.javac.util.Log;
import com.sun.tools.javac.util.Names;
import com.sun.tools.javac.util.Pair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.UnaryOperator;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/// A javac that goes on from one cell to the next: what it has read of the libraries, and the symbols of earlier
/// cells, stay. Its phases are called one by one.
final class LiveCompiler {

    /// javac remembers what it has found out of each class, for ever; after so many compilations it starts afresh,
    /// and gives up names that it needs no more.
    private static final int ROUNDS = 64;

    /// The classes by their names, and for each name by their modules. javac keeps a name whose last class was removed.
    private static final VarHandle CLASSES = PrivateField.of(Symtab.class, "classes", Map.class);

    final Context context = new Context();
    final Log log;
    final ForgetfulNames names;
    final TreeMaker make;
    final Symtab syms;
    final Types types;
    final CellFinder finder;
    final CellEnter enter;
    final CellMemberEnter memberEnter;
    final CellAttr attr;

    private final ClassPathFiles files;
    private final JavaCompiler javac;
    private final Check check;
    private final CompileStates states;
    private final Modules modules;
    private final Gen gen;
    private final ClassWriter writer;
    private final java.util.List<Problem> problems = new ArrayList<>();
    private boolean listening = true;
    private int rounds;
    private Queue<Env<AttrContext>> classes = new ArrayDeque<>();

    LiveCompiler(java.util.List<String> options) {
        DiagnosticListener<JavaFileObject> listener = this::hear;
        context.put(DiagnosticListener.class, listener);
        ForgetfulNames.preRegister(context);
        CellLog.preRegister(context);
        CellFinder.preRegister(context);
        CellEnter.preRegister(context);
        CellMemberEnter.preRegister(context);
        CellAttr.preRegister(context);
        var tool = JavacTool.create();
        files = new ClassPathFiles(tool.getStandardFileManager(null, null, StandardCharsets.UTF_8));
        var all = new ArrayList<>(options);
        // Concatenation by StringBuilder needs no linking when it first runs.
        all.addAll(java.util.List.of("-proc:none", "-g", "-XDstringConcat=inline"));
        tool.getTask(new PrintWriter(Writer.nullWriter()), files, null, all, null, null, context);
        javac = JavaCompiler.instance(context);
        javac.genEndPos = true;
        log = Log.instance(context);
        names = (ForgetfulNames) Names.instance(context);
        make = TreeMaker.instance(context);
        syms = Symtab.instance(context);
        types = Types.instance(context);
        finder = (CellFinder) ClassFinder.instance(context);
        enter = (CellEnter) Enter.instance(context);
        memberEnter = (CellMemberEnter) MemberEnter.instance(context);
        attr = (CellAttr) Attr.instance(context);
        check = Check.instance(context);
        states = CompileStates.instance(context);
        modules = Modules.instance(context);
        gen = Gen.instance(context);
        writer = ClassWriter.instance(context);
        javac.initModules(List.nil());
    }

    /// @param listening whether problems are kept; to word one takes longer than to find it
    void listen(boolean listening) {
        this.listening = listening;
    }

    private void hear(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (listening
                && diagnostic.getKind() == Diagnostic.Kind.ERROR
                && diagnostic instanceof JCDiagnostic error
                && error.getSource() instanceof CellSource source) {
            problems.add(Problem.of(source, error));
        }
    }

    /// Forgets the trees and the problems of the compilation before, and no symbol.
    void begin() {
        problems.clear();
        classes.clear();
        log.clear();
        javac.newRound();
        enter.newRound();
        check.newRound();
        states.clear();
        if (++rounds % ROUNDS == 0) {
            types.newRound();
            names.forget();
        }
    }

    /// What was found wrong since [#begin()].
    java.util.List<Problem> problems() {
        return java.util.List.copyOf(problems);
    }

    boolean failed() {
        return log.nerrors > 0;
    }

    /// Makes the classes of the units known, with their members.
    void enter(java.util.List<JCCompilationUnit> units) {
        var ends = new IdentityHashMap<JavaFileObject, EndPositions>();
        for (var unit : units) {
            unit.modle = modules.getDefaultModule();
            ends.computeIfAbsent(unit.sourcefile, _ -> new EndPositions()).add(unit.endPositions);
        }
        ends.forEach(log::setEndPosTable);
        enter.complete(List.from(units), null);
        classes = new ArrayDeque<>();
        while (!javac.todo.isEmpty()) {
            classes.add(javac.todo.remove());
        }
    }

    /// Finds what each name means and of which type each expression is.
    void attribute() {
        classes.forEach(javac::attribute);
    }

    /// Looks for unreachable statements, variables without a value and exceptions that no one handles.
    void flow() {
        for (var env : classes) {
            javac.flow(env);
        }
    }

    /// Makes the classes, by their binary names.
    ///
    /// @param binaryName what a class is to be called, from what the compiler calls it
    Map<String, byte[]> generate(UnaryOperator<String> binaryName) {
        for (var env : classes) {
            javac.warn(env);
        }
        var plain = javac.desugar(new ArrayDeque<>(classes));
        for (Pair<Env<AttrContext>, JCClassDecl> next : plain) {
            var symbol = next.snd.sym;
            forget(symbol);
            symbol.flatname = names.fromString(binaryName.apply(symbol.flatname.toString()));
        }
        var made = new LinkedHashMap<String, byte[]>();
        for (Pair<Env<AttrContext>, JCClassDecl> next : plain) {
            generate(next.fst, next.snd, made);
        }
        return made;
    }

    private void generate(Env<AttrContext> env, JCClassDecl tree, Map<String, byte[]> made) {
        var previous = log.useSource(env.toplevel.sourcefile);
        try {
            if (gen.genClass(env, tree) && !failed()) {
                var bytes = new ByteArrayOutputStream();
                writer.writeClassFile(bytes, tree.sym);
                made.put(tree.sym.flatname.toString(), bytes.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassWriter.PoolOverflow | ClassWriter.StringOverflow e) {
            log.error(tree.pos(), CompilerProperties.Errors.LimitPool);
        } finally {
            log.useSource(previous);
        }
    }

    /// Forgets a class by its name; symbols that refer to it still do.
    void forget(ClassSymbol symbol) {
        syms.removeClass(syms.unnamedModule, symbol.flatname);
        if (!syms.getClassesForName(symbol.flatname).iterator().hasNext()) {
            ((Map<?, ?>) CLASSES.get(syms)).remove(symbol.flatname);
        }
    }

    /// The jars and folders that cells see.
    java.util.List<Path> classPath() {
        return files.paths();
    }

    /// Makes a jar or a folder known to the cells that follow.
    void addToClassPath(Path path) throws IOException {
        files.add(path);
        // What packages hold was read once; it is read again when next asked for.
        var completer = finder.getCompleter();
        var again = new ArrayList<PackageSymbol>();
        for (var inside : syms.unnamedModule.enclosedPackages) {
            // One that only holds further packages belongs to no module, and javac could not read it.
            if (inside instanceof PackageSymbol symbol && symbol.modle != null) {
                again.add(symbol);
            }
        }
        again.forEach(symbol -> symbol.completer = completer);
    }
}
