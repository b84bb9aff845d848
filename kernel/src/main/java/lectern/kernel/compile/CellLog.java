package lectern.kernel.compile;

import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Log;

/// Reports an error each time that it occurs, also when the same text is compiled again.
final class CellLog extends Log {

    private CellLog(Context context) {
        super(context);
    }

    static void preRegister(Context context) {
        context.put(logKey, (Context.Factory<Log>) CellLog::new);
    }

    @Override
    public void clear() {
        super.clear();
        recordedSourceLevelErrors.clear();
    }
}
