import { Notebook } from '../notebook.mjs';

// The kernel's side of a slider by hand: the models of its layout and style, itself, and what it answers.
const SLIDER = `
import com.google.gson.*;
import lectern.kernel.comm.*;

var states = new HashMap<String, JsonObject>();

CommMessage message(JsonObject data) {
    var metadata = new JsonObject();
    metadata.addProperty("version", "2.1.0");
    return new CommMessage(data, metadata, List.of());
}

JsonObject update(JsonObject state) {
    var data = new JsonObject();
    data.addProperty("method", "update");
    data.add("state", state);
    data.add("buffer_paths", new JsonArray());
    return data;
}

String open(String json) {
    var state = JsonParser.parseString(json).getAsJsonObject();
    var data = new JsonObject();
    data.add("state", state);
    data.add("buffer_paths", new JsonArray());
    var comm = comms().open("jupyter.widget", message(data));
    states.put(comm.id(), state);
    comm.onMessage(heard -> {
        if (heard.data().get("method").getAsString().equals("update")) {
            heard.data().getAsJsonObject("state").entrySet().forEach(e -> state.add(e.getKey(), e.getValue()));
        } else {
            comm.send(update(state));
        }
    });
    return comm.id();
}

String names(String module, String model, String view) {
    return """
        "_model_module": "@jupyter-widgets/%1$s", "_model_module_version": "2.0.0", "_model_name": "%2$s",
        "_view_module": "@jupyter-widgets/%1$s", "_view_module_version": "2.0.0", "_view_name": "%3$s"
        """.formatted(module, model, view);
}

var layout = open("{" + names("base", "LayoutModel", "LayoutView") + "}");
var style = open("{" + names("controls", "SliderStyleModel", "StyleView")
    .replace("\\"_view_module\\": \\"@jupyter-widgets/controls", "\\"_view_module\\": \\"@jupyter-widgets/base") + "}");
var slider = open("{" + names("controls", "IntSliderModel", "IntSliderView")
    + ", \\"layout\\": \\"IPY_MODEL_" + layout + "\\", \\"style\\": \\"IPY_MODEL_" + style + "\\""
    + ", \\"value\\": 5, \\"min\\": 0, \\"max\\": 10, \\"step\\": 1, \\"description\\": \\"epochs\\"}");
`;

const SHOW = `
var view = new org.dflib.jjava.jupyter.kernel.display.DisplayData("a slider");
view.putData("application/vnd.jupyter.widget-view+json", Map.of("version_major", 2, "version_minor", 0, "model_id", slider));
display(view);
`;

/** A slider by the comms of the kernel: it is drawn, tells the kernel where it stands, and outlives a reload. */
export const slider = {
  name: 'slider',
  async run(student) {
    const notebook = await student.notebook();
    await notebook.run(SLIDER.trim());
    const shown = await notebook.run(SHOW.trim());
    const readout = page => page.locator('.widget-readout').first();
    await readout(student.page).waitFor({ timeout: 30_000 });
    student.check('a slider is drawn', (await shown.output.locator('.noUi-handle').count()) === 1);
    student.check('it stands where the kernel put it', (await readout(student.page).innerText()) === '5', await readout(student.page).innerText());
    await shown.output.locator('.noUi-handle').focus();
    for (let i = 0; i < 3; i++) {
      await student.page.keyboard.press('ArrowRight');
    }
    await student.page.waitForTimeout(500);
    const value = await notebook.run('states.get(slider).get("value").getAsInt()');
    student.check('the kernel knows that it was moved', /8$/.test(await value.text()), await value.text());
    await student.picture();
    await notebook.save();
    await student.page.reload();
    await new Notebook(student.page).ready();
    await readout(student.page).waitFor({ timeout: 30_000 });
    const after = await readout(student.page).innerText();
    student.check('it stands there after a reload', after === '8', after);
  }
};
