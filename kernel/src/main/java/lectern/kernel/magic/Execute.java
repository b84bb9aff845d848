package lectern.kernel.magic;

import java.util.List;
import lectern.kernel.eval.Outcome;

/// `%exec` and `%system`: runs a program.
///
/// @param environment what it gets beside the kernel's
record Execute(Environment environment) implements LineCommand {

    @Override
    public Description description() {
        return new Description("%exec PROGRAM [ARGUMENT...]", "run a program", "%exec java -version");
    }

    @Override
    public Object run(List<String> arguments) throws Exception {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException(
                    "%exec: expected a program and its arguments, found " + arguments.size() + " words");
        }
        int status = Processes.run(arguments, environment.changed());
        if (status == 0) {
            return status;
        }
        var message = arguments.getFirst() + " ended with status " + status;
        return new Outcome.Failure("ShellError", message, List.of("\u001b[1;38;5;196mShellError\u001b[0m: " + message));
    }
}
