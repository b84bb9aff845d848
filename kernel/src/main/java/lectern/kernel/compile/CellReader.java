package lectern.kernel.compile;

import com.sun.tools.javac.parser.ParserFactory;
import com.sun.tools.javac.parser.ScannerFactory;
import com.sun.tools.javac.resources.CompilerProperties;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.TreeScanner;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.JCDiagnostic;
import com.sun.tools.javac.util.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.Diagnostic;

/// Parses cells.
final class CellReader {

    private final Log log;
    private final ParserFactory parsers;
    private final ScannerFactory scanners;

    CellReader(Context context) {
        log = Log.instance(context);
        parsers = ParserFactory.instance(context);
        scanners = ScannerFactory.instance(context);
    }

    /// Reads a whole cell, up to the first text that is not Java.
    ParsedCell read(CellSource source) {
        return read(source, source.text(), false);
    }

    /// Reads what it can of a cell that is being written, over all that is not Java.
    ParsedCell readOver(CellSource source) {
        return read(source, source.text(), true);
    }

    /// Reads one declaration of a cell again.
    ParsedCell read(CellSource source, int start, int end) {
        return read(source, source.only(start, end), false);
    }

    private ParsedCell read(CellSource source, String text, boolean over) {
        var previous = log.useSource(source);
        var handler = log.new DeferredDiagnosticHandler();
        try {
            return new Reading(source, text, over, handler).run();
        } finally {
            log.popDiagnosticHandler(handler);
            log.useSource(previous);
        }
    }

    /// One reading of one text; where a statement makes no sense as one, it is tried as an expression: `a < b`.
    private final class Reading {

        private final CellSource source;
        private final String text;
        private final boolean over;
        private final Log.DeferredDiagnosticHandler handler;
        private final List<Unit> units = new ArrayList<>();
        private final EndPositions ends = new EndPositions();

        Reading(CellSource source, String text, boolean over, Log.DeferredDiagnosticHandler handler) {
            this.source = source;
            this.text = text;
            this.over = over;
            this.handler = handler;
        }

        ParsedCell run() {
            var passedOver = new ArrayList<Problem>();
            var parser = parser(0);
            while (!parser.atEnd()) {
                int start = parser.position();
                var unit = parser.unit(false);
                var problems = problems();
                if (!problems.isEmpty()) {
                    var second = parser(start);
                    var expression = second.unit(true);
                    if (problems().isEmpty()) {
                        parser = second;
                        unit = expression;
                    } else if (!over) {
                        return new ParsedCell(source, units, ends, problems, Optional.empty());
                    } else {
                        passedOver.addAll(problems);
                    }
                }
                if (over && !parser.atEnd() && parser.position() == start) {
                    // javac reports each place once, and would stay there.
                    parser.skip();
                }
                if (unit.isWhole()) {
                    units.add(unit);
                }
            }
            units.forEach(this::checkReturns);
            passedOver.addAll(problems());
            var problems = List.copyOf(passedOver);
            return new ParsedCell(source, units, ends, problems, problems.isEmpty() ? lastSwitch() : Optional.empty());
        }

        private CellParser parser(int start) {
            var from =
                    start == 0 ? text : text.substring(0, start).replaceAll("[^\\r\\n]", " ") + text.substring(start);
            var parser = new CellParser(parsers, scanners.newScanner(from, false));
            ends.add(parser.endPositions());
            return parser;
        }

        /// A last switch without a semicolon may be meant as a value.
        private Optional<Unit> lastSwitch() {
            if (units.isEmpty() || !(units.getLast().trees().head instanceof JCTree.JCSwitch)) {
                return Optional.empty();
            }
            var unit = parser(units.getLast().start()).unit(true);
            return problems().isEmpty() ? Optional.of(unit) : Optional.empty();
        }

        /// Statements of a cell are no method that one could return from.
        private void checkReturns(Unit unit) {
            if (unit.kind() == Unit.Kind.STATEMENT) {
                new TreeScanner() {
                    @Override
                    public void visitReturn(JCTree.JCReturn tree) {
                        log.error(tree, CompilerProperties.Errors.RetOutsideMeth);
                    }

                    @Override
                    public void visitLambda(JCTree.JCLambda tree) {
                        // Returns from itself.
                    }

                    @Override
                    public void visitClassDef(JCTree.JCClassDecl tree) {
                        // Its methods do.
                    }
                }.scan(unit.trees().head);
            }
        }

        /// What was reported since this was asked last.
        private List<Problem> problems() {
            var found = handler.getDiagnostics().stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                    .map((JCDiagnostic diagnostic) -> Problem.of(source, diagnostic))
                    .toList();
            handler.getDiagnostics().clear();
            // Behind a text that has no end nothing else makes sense.
            return found.stream().anyMatch(problem -> problem.code().startsWith("compiler.err.unclosed"))
                    ? found.subList(0, 1)
                    : found;
        }
    }
}
