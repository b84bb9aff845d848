package lectern.kernel.compile;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.List;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// The imports that hold for every cell. They are resolved together when one is added, and not looked at otherwise.
final class ImportList {

    private static final Pattern SINGLE = Pattern.compile("import\\s+[\\w.\\s]*?(\\w+)\\s*;");

    private final LiveCompiler compiler;
    private final CellReader reader;
    private Map<String, String> texts = new LinkedHashMap<>();
    private CellEnter.Imports resolved;

    ImportList(LiveCompiler compiler, CellReader reader) {
        this.compiler = compiler;
        this.reader = reader;
        resolved = resolve(texts, new CellSource(0, ""), java.util.List.of());
    }

    CellEnter.Imports resolved() {
        return resolved;
    }

    /// The declarations, the earliest first.
    java.util.List<String> declarations() {
        return java.util.List.copyOf(texts.values());
    }

    /// Adds the imports of a cell, of which a later one takes the place of an earlier one for the same name; none if
    /// one of them cannot be resolved. Returns what puts the list back as it was.
    Runnable add(ParsedCell cell) {
        var imports = cell.units().stream()
                .filter(unit -> unit.kind() == Unit.Kind.IMPORT)
                .toList();
        if (imports.isEmpty()) {
            return () -> {};
        }
        var former = texts;
        var formerResolved = resolved;
        var earlier = new LinkedHashMap<>(texts);
        var all = new LinkedHashMap<>(texts);
        for (var unit : imports) {
            var text = cell.source().text().substring(unit.start(), unit.end());
            earlier.remove(key(text));
            all.put(key(text), text.endsWith(";") ? text : text + ";");
        }
        var next = resolve(earlier, cell.source(), imports);
        if (!compiler.failed()) {
            texts = all;
            resolved = next;
        }
        return () -> {
            texts = former;
            resolved = formerResolved;
        };
    }

    private static String key(String text) {
        var single = SINGLE.matcher(text);
        return single.matches() ? single.group(1) : text.replaceAll("\\s+", " ");
    }

    private CellEnter.Imports resolve(Map<String, String> earlier, CellSource source, java.util.List<Unit> added) {
        var defs = new ArrayList<JCTree>();
        var make = compiler.make.at(0);
        defs.add(make.PackageDecl(List.nil(), make.Ident(compiler.names.fromString(CellNames.PACKAGE))));
        reader.read(new CellSource(0, String.join("\n", earlier.values())))
                .units()
                .forEach(unit -> defs.addAll(unit.trees()));
        added.forEach(unit -> defs.addAll(unit.trees()));
        var holder = make.ClassDef(
                make.Modifiers(Flags.PUBLIC),
                compiler.names.fromString("Imports"),
                List.nil(),
                null,
                List.nil(),
                List.nil());
        defs.add(holder);
        var tree = make.TopLevel(List.from(defs));
        CellUnit.describe(
                tree,
                new ParsedCell(
                        source,
                        java.util.List.of(),
                        new EndPositions(),
                        java.util.List.of(),
                        java.util.Optional.empty()));
        compiler.begin();
        compiler.enter.use(null);
        compiler.enter(java.util.List.of(tree));
        compiler.forget(holder.sym);
        tree.packge.members().remove(holder.sym);
        return CellEnter.Imports.of(tree);
    }
}
