package lectern.kernel.magic;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.jspecify.annotations.Nullable;

/// `%help`: the commands as a table, each with an example.
///
/// @param commands what there is
/// @param show puts something under the cell
record Help(Supplier<List<Description>> commands, Consumer<DisplayData> show) implements LineCommand {

    @Override
    public Description description() {
        return new Description("%help", "list the % commands", "%help");
    }

    @Override
    public @Nullable Object run(List<String> arguments) {
        var rows = commands.get().stream()
                .map(command -> List.of(
                        command.form(), command.meaning(), command.example().replace("\n", " ⏎ ")))
                .toList();
        show.accept(new Table(List.of("command", "what it does", "for example"), rows).bundle());
        return null;
    }
}
