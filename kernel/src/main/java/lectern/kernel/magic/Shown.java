package lectern.kernel.magic;

import java.util.List;
import lectern.kernel.eval.Outcome;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// `%%html`, `%%javascript`, `%%latex`, `%%markdown`, `%%svg`: shows the text of the cell.
///
/// @param name what it is called by
/// @param type what the text is, a MIME type
/// @param example a text
record Shown(String name, String type, String example) implements CellCommand {

    @Override
    public Description description() {
        return new Description("%%" + name, "show the cell as " + type, "%%" + name + "\n" + example);
    }

    @Override
    public Outcome run(List<String> arguments, String body) {
        var bundle = new DisplayData(body);
        bundle.putData(type, body);
        return new Outcome.Value(bundle);
    }
}
