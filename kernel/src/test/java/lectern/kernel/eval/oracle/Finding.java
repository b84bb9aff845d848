package lectern.kernel.eval.oracle;

/// A place where the engines answer differently.
///
/// @param session its name
/// @param step `cell 2`, `probe x` or the like
/// @param jshell what JShell answers
/// @param ours what the compiler of cells answers
record Finding(String session, String step, String jshell, String ours) {

    /// As it would stand in the list of differences.
    String text() {
        return "at: " + step + "\njshell: " + jshell + "\nours: " + ours + "\n";
    }
}
