package lectern.kernel.magic;

/// A piece of a cell, in the order in which they run.
sealed interface Part {

    /// Java.
    ///
    /// @param text the cell up to the end of the piece, with all before it blank, so that lines keep their numbers
    record Code(String text) implements Part {}

    /// A command.
    ///
    /// @param line the number of its line, from 1
    /// @param name what it is called by
    /// @param rest what stands after the name
    record Command(int line, String name, String rest) implements Part {

        /// The command as it is written.
        String text() {
            return "%" + name + (rest.isBlank() ? "" : " " + rest.strip());
        }
    }

    /// Java on the line of a command: `%time CODE`.
    ///
    /// @param text as that of [Code]
    record Timed(String text) implements Part {}
}
