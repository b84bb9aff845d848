package lectern.notes;

import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.JavaScriptException;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;

/// TeX to static HTML with MathML beside it, by KaTeX run here rather than in the reader's browser.
///
/// Belongs to the thread that made it.
final class Formulas implements AutoCloseable {

    private static final String RENDER = """
            (function (tex, display) {
                return katex.renderToString(String(tex),
                    {displayMode: display, output: "htmlAndMathml", throwOnError: true, strict: false});
            })""";

    private final Context context;
    private final ScriptableObject scope;
    private final Function render;

    Formulas() {
        context = Context.enter();
        context.setLanguageVersion(Context.VERSION_ES6);
        // Compiled, one function of KaTeX would exceed the 64 kB of a Java method.
        context.setInterpretedMode(true);
        scope = context.initStandardObjects();
        context.evaluateString(scope, Katex.script(), "katex", 1, null);
        render = (Function) context.evaluateString(scope, RENDER, "render", 1, null);
    }

    /// @param display whether the formula stands on a line of its own
    /// @throws FormulaException if KaTeX does not understand it; the message says what and where
    String html(String tex, boolean display) {
        try {
            return Context.toString(render.call(context, scope, scope, new Object[] {tex, display}));
        } catch (JavaScriptException e) {
            throw new FormulaException(reason(e), e);
        } catch (RhinoException e) {
            throw new FormulaException(e.details(), e);
        }
    }

    /// KaTeX's message, without the combining lines that it draws under the wrong place: a terminal shows them badly.
    private static String reason(JavaScriptException e) {
        String message = e.getValue() instanceof ScriptableObject thrown
                ? Context.toString(ScriptableObject.getProperty(thrown, "message"))
                : e.details();
        return message.replace("\u0332", "");
    }

    @Override
    public void close() {
        context.close();
    }
}
