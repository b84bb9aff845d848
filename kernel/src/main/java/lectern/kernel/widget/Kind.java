package lectern.kernel.widget;

import java.util.LinkedHashMap;
import java.util.Map;

/// What pages call a model and its view: their names, and the packages of the front end that they are in.
///
/// @param modelModule the package of the model
/// @param viewModule the package of the view
/// @param version of both packages
/// @param name of the model, without the word `Model`
/// @param view the name of the view, without the word `View`
record Kind(String modelModule, String viewModule, String version, String name, String view) {

    private static final String BASE = "@jupyter-widgets/base";
    private static final String CONTROLS = "@jupyter-widgets/controls";
    private static final String VERSION = "2.0.0";

    /// Width, height and such.
    static Kind layout() {
        return new Kind(BASE, BASE, VERSION, "Layout", "Layout");
    }

    /// Colours and such.
    static Kind style(String name) {
        return new Kind(CONTROLS, BASE, VERSION, name, "Style");
    }

    /// Something to take hold of, or to read.
    static Kind control(String name) {
        return new Kind(CONTROLS, CONTROLS, VERSION, name, name.endsWith("Progress") ? "Progress" : name);
    }

    /// An area that shows what cells show.
    static Kind output() {
        var module = "@jupyter-widgets/output";
        return new Kind(module, module, "1.0.0", "Output", "Output");
    }

    /// What a state begins with.
    Map<String, String> entries() {
        var entries = new LinkedHashMap<String, String>();
        entries.put("_model_module", modelModule);
        entries.put("_model_module_version", version);
        entries.put("_model_name", name + "Model");
        entries.put("_view_module", viewModule);
        entries.put("_view_module_version", version);
        entries.put("_view_name", view + "View");
        return entries;
    }
}
