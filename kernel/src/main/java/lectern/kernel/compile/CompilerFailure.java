package lectern.kernel.compile;

/// A cell that the compiler fails on, for a reason of its own.
public final class CompilerFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    CompilerFailure(Throwable cause) {
        super(cause.toString(), cause);
    }
}
