package lectern.kernel.compile;

import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.tree.TreeScanner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What is left out of a compilation so that the rest can go on: the bodies of methods that use what is not declared
/// yet, and whole declarations that cannot do without it.
final class Repairs {

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(.*)");

    /// A method, by the place of its name.
    private record Method(CellSource source, int position) {}

    private final Map<Method, TreeSet<String>> stubs = new LinkedHashMap<>();
    private final Map<Declaration, TreeSet<String>> parked = new LinkedHashMap<>();
    private final Map<Declaration, TreeSet<String>> stubbed = new LinkedHashMap<>();

    /// Learns from problems what to leave out next time. False if some of them cannot be helped.
    boolean learn(List<Problem> problems, List<CellUnit> units) {
        for (var problem : problems) {
            if (!learn(problem, units)) {
                return false;
            }
        }
        return !problems.isEmpty();
    }

    private boolean learn(Problem problem, List<CellUnit> units) {
        for (var unit : units) {
            for (var declaration : unit.declarations.values()) {
                if (declaration.contains(problem)) {
                    if (unit.isAdopted || problem.isMissingName()) {
                        leaveOut(problem, unit, declaration);
                        return true;
                    }
                    return false;
                }
            }
        }
        return false;
    }

    private void leaveOut(Problem problem, CellUnit unit, Declaration declaration) {
        var sentence = sentence(declaration.name(), problem);
        var method = enclosing(problem, unit);
        if (method.isPresent()) {
            var key = new Method(problem.source(), method.get().pos);
            boolean first = !stubs.containsKey(key);
            stubs.computeIfAbsent(key, _ -> new TreeSet<>())
                    .add(sentence(method.get().name.toString(), problem));
            stubbed.computeIfAbsent(declaration, _ -> new TreeSet<>()).add(sentence);
            if (first) {
                return;
            }
        }
        parked.computeIfAbsent(declaration, _ -> new TreeSet<>()).add(sentence);
    }

    private static String reason(Problem problem) {
        var symbol = SYMBOL.matcher(problem.message());
        return symbol.find()
                ? symbol.group(1)
                : problem.message().lines().findFirst().orElse("");
    }

    /// What became of a method or class, in words.
    private static String sentence(String name, Problem problem) {
        return problem.isMissingName()
                ? name + " uses what is not declared yet: " + reason(problem)
                : name + " no longer fits what it uses: " + reason(problem);
    }

    private static Optional<JCMethodDecl> enclosing(Problem problem, CellUnit unit) {
        var found = new ArrayList<JCMethodDecl>();
        new TreeScanner() {
            @Override
            public void visitMethodDef(JCMethodDecl method) {
                if (method.body != null
                        && TreeInfo.getStartPos(method.body) <= problem.position()
                        && unit.cell.ends().getEndPos(method.body) >= problem.position()) {
                    found.add(method);
                }
                super.visitMethodDef(method);
            }
        }.scan(unit.tree);
        return found.stream().reduce((_, inner) -> inner);
    }

    boolean isParked(Declaration declaration) {
        return parked.containsKey(declaration);
    }

    boolean isParked(CellSource source, Unit unit) {
        return parked.keySet().stream()
                .anyMatch(declaration -> declaration.source() == source && declaration.start() == unit.start());
    }

    boolean isWaiting(Declaration declaration) {
        return stubbed.containsKey(declaration);
    }

    Iterable<Declaration> parked() {
        return parked.keySet();
    }

    void apply(CellUnit unit) {
        stubs.forEach((method, reasons) -> {
            if (method.source == unit.cell.source()) {
                unit.stub(method.position, String.join("; ", reasons));
            }
        });
    }

    /// What the reader should know of it, a line for each declaration.
    List<String> notes() {
        var all = new LinkedHashMap<>(stubbed);
        all.putAll(parked);
        return all.values().stream()
                .map(sentences -> String.join("; ", sentences))
                .toList();
    }
}
