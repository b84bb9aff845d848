package lectern.kernel.magic;

import java.util.List;

/// A `%` command on a line of its own; it acts before the code of its cell runs.
interface LineMagic {

    /// How it is written and what it does, in a line.
    String help();

    /// @throws IllegalArgumentException if the arguments make no sense; the message says what is expected
    void run(List<String> arguments);
}
