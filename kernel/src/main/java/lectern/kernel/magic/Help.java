package lectern.kernel.magic;

import java.util.List;
import java.util.function.Supplier;

/// `%help`: lists the commands.
///
/// @param lines what there is
record Help(Supplier<List<String>> lines) implements LineMagic {

    @Override
    public String help() {
        return "%help  list the % commands";
    }

    @Override
    public void run(List<String> arguments) {
        lines.get().forEach(System.out::println);
    }
}
