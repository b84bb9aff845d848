package lectern.kernel.magic;

/// What `%help` says of a command.
///
/// @param form how it is written, `PATH` and the like for what the user fills in
/// @param meaning what it does
/// @param example a cell that uses it
record Description(String form, String meaning, String example) {

    /// In plain text.
    String text() {
        return form + "\n\n" + meaning + "\n\nExample:\n" + example.indent(4).stripTrailing();
    }
}
