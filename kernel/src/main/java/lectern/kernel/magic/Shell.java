package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import lectern.kernel.eval.Outcome;

/// `%%sh` and `%%bash`: runs the cell as a script of a shell.
///
/// @param shell which one
/// @param environment what it gets beside the kernel's
record Shell(String shell, Environment environment) implements CellCommand {

    @Override
    public Description description() {
        return new Description(
                "%%" + shell + " [ARGUMENT...]",
                "run the cell in " + shell + "; a status other than 0 is an error",
                "%%" + shell + "\nls");
    }

    @Override
    public Outcome run(List<String> arguments, String body) throws Exception {
        var command = new ArrayList<>(List.of(shell, "-c", body, shell));
        command.addAll(arguments);
        int status = Processes.run(command, environment.changed());
        if (status == 0) {
            return new Outcome.Nothing();
        }
        var message = shell + " ended with status " + status;
        return new Outcome.Failure("ShellError", message, List.of("\u001b[1;38;5;196mShellError\u001b[0m: " + message));
    }
}
