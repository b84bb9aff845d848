package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.kernel.assist.Suggestion;
import lectern.kernel.explain.Spelling;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.jspecify.annotations.Nullable;

/// The commands by their names: ours, and those that extensions register.
// The types are those of the methods that are overridden.
@SuppressWarnings("TypeParameterUnusedInFormals")
final class Commands extends MagicsRegistry {

    private final Map<String, LineCommand> lines = new LinkedHashMap<>();
    private final Map<String, CellCommand> cells = new LinkedHashMap<>();

    /// Adds a command under its names, of which `%help` shows the first.
    void add(LineCommand command, String... names) {
        for (var name : names) {
            lines.put(name, command);
            registerLineMagic(name, command);
        }
    }

    /// Adds a command for whole cells under its names, of which `%help` shows the first.
    void add(CellCommand command, String... names) {
        for (var name : names) {
            cells.put(name, command);
            registerCellMagic(name, command);
        }
    }

    /// What there is to say of each of ours, once.
    List<Description> descriptions() {
        var all = new ArrayList<Description>();
        lines.values().stream().map(LineCommand::description).forEach(all::add);
        cells.values().stream().map(CellCommand::description).forEach(all::add);
        return all.stream().distinct().toList();
    }

    /// What there is to say of one of ours.
    ///
    /// @param written its name as it stands in the cell, with one sign or two
    Optional<Description> description(String written, String name) {
        return written.startsWith("%%")
                ? Optional.ofNullable(cells.get(name)).map(CellCommand::description)
                : Optional.ofNullable(lines.get(name)).map(LineCommand::description);
    }

    /// The commands whose names begin so, with their signs.
    ///
    /// @param signs `%` or `%%`
    /// @param whole whether a command for a whole cell may stand there
    List<Suggestion> beginning(String signs, String begin, boolean whole) {
        var names = new ArrayList<String>();
        if (signs.equals("%")) {
            getLineMagicNames().stream().sorted().forEach(name -> names.add("%" + name));
        }
        if (whole) {
            getCellMagicNames().stream().sorted().forEach(name -> names.add("%%" + name));
        }
        return names.stream()
                .filter(name -> name.replaceFirst("^%+", "").startsWith(begin))
                .map(name -> new Suggestion(name, Suggestion.Kind.COMMAND, form(name)))
                .toList();
    }

    private String form(String written) {
        return description(written, written.replaceFirst("^%+", ""))
                .map(Description::form)
                .orElse(written);
    }

    /// Whether the body of a `%%` command is code.
    boolean takesCode(String name) {
        return cells.containsKey(name) && cells.get(name).takesCode();
    }

    @Override
    public <T, K extends BaseKernel> T evalLineMagic(K kernel, String name, List<String> arguments) throws Exception {
        if (!getLineMagicNames().contains(name)) {
            throw unknown("%", name, getLineMagicNames(), "%%", getCellMagicNames());
        }
        return super.evalLineMagic(kernel, name, arguments);
    }

    @Override
    public <T, K extends BaseKernel> T evalCellMagic(K kernel, String name, List<String> arguments, String body)
            throws Exception {
        if (!getCellMagicNames().contains(name)) {
            throw unknown("%%", name, getCellMagicNames(), "%", getLineMagicNames());
        }
        return super.evalCellMagic(kernel, name, arguments, body);
    }

    /// The value of a command.
    @Nullable
    Object runLine(String name, List<String> arguments) throws Exception {
        var ours = lines.get(name);
        if (ours != null) {
            return ours.run(arguments);
        }
        if (!getLineMagicNames().contains(name)) {
            throw unknown("%", name, getLineMagicNames(), "%%", getCellMagicNames());
        }
        return evalLineMagic(BaseKernel.notebookKernel(), name, arguments);
    }

    /// The outcome of one of our `%%` commands, or the value of an extension's.
    @Nullable
    Object runCell(String name, List<String> arguments, String body) throws Exception {
        var ours = cells.get(name);
        if (ours != null) {
            return ours.run(arguments, body);
        }
        if (!getCellMagicNames().contains(name)) {
            throw unknown("%%", name, getCellMagicNames(), "%", getLineMagicNames());
        }
        return evalCellMagic(BaseKernel.notebookKernel(), name, arguments, body);
    }

    /// @param known the names that the sign may stand before
    /// @param others those of the other sign
    private static IllegalArgumentException unknown(
            String sign, String name, Collection<String> known, String otherSign, Collection<String> others) {
        var nearest = others.contains(name)
                ? otherSign + name
                : sign
                        + known.stream()
                                .sorted()
                                .min(Comparator.comparingInt(candidate -> Spelling.rank(candidate, name)))
                                .orElse("help");
        return new IllegalArgumentException(sign + name
                + ": expected a command that exists, found none of this name; did you mean " + nearest
                + "? %help lists them");
    }
}
