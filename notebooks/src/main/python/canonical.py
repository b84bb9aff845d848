"""The one form in which notebooks are kept: written again after another run, a file changes only where its outputs did."""

import nbformat

# A widget's model is gone with its kernel; the other forms of the same output stay.
VIEW = "application/vnd.jupyter.widget-view+json"


def canonical(notebook, source):
    """The text of a notebook that ran, with the metadata of the one that it was made from: what a run adds there, such as
    times and the kernel's version, is left out. Cells that measure time keep the outputs that they have."""
    kept = nbformat.from_dict(notebook)
    kept.metadata = source.metadata
    for cell, original in zip(kept.cells, source.cells):
        cell.metadata = original.metadata
        cell.metadata.pop("execution", None)
        if "timing" in cell.metadata.get("tags", []) and original.outputs:
            cell.outputs = original.outputs
        for output in cell.get("outputs", []):
            if len(output.get("data", {})) > 1:
                output.data.pop(VIEW, None)
        if "outputs" in cell:
            cell.outputs = joined(cell.outputs)
    return nbformat.writes(kept, version=4).rstrip("\n") + "\n"


def joined(outputs):
    """The same with what was printed in one piece, as it comes in more pieces the slower a machine is."""
    all = []
    for output in outputs:
        before = all[-1] if all else {}
        if output.output_type == "stream" and before.get("name") == output.name:
            before.text += output.text
        else:
            all.append(output)
    return all
