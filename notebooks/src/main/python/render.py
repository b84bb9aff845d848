#!/usr/bin/env python3
"""Runs notebooks and writes each as an HTML page without style or formulas: the raw page that the finisher completes.

The first cell that fails ends it, with one message that names notebook, cell and error; cells are counted as code cells
from 1, the number that Jupyter shows beside them. A raw page appears only when its notebook ran to its end.
"""

import argparse
import asyncio
import copy
import html
import os
import re
import signal
import sys
from pathlib import Path


def stop(*_):
    """Ends at once: nbclient, told to stop, would come apart with a traceback. The kernel ends when its parent has, pages
    are written whole or not at all, and the launcher says that it was a stop."""
    os._exit(130)


if __name__ == "__main__":
    # Before the slow imports, which a stop would meet in the middle.
    signal.signal(signal.SIGINT, stop)

# A debugger's remark on frozen modules, printed by some versions of the Python kernel.
os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter

# A cache beside the sources would look to the launcher like a source that changed.
sys.dont_write_bytecode = True
from canonical import canonical
from formulas import latex_output, protect

HERE = Path(__file__).resolve().parent
# What a JVM says of itself when the kernel starts as it should.
EXPECTED = re.compile("WARNING: Using incubator modules")
COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


class Failure(Exception):
    """What the user is told."""


def say(text):
    print("lectern: " + text, file=sys.stderr, flush=True)


def plain(text):
    return COLOURS.sub("", text).strip("\n")


def traceback(cell):
    """The lines that the kernel shows below a cell that failed, its place first."""
    return [
        line
        for output in cell.outputs
        if output.output_type == "error"
        for line in plain("\n".join(output.traceback)).split("\n")
    ]


def read(path):
    try:
        return nbformat.read(path, as_version=4)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError) as e:
        raise Failure("%s: expected a notebook, found %s" % (path.stem, str(e).split("\n")[0][:100])) from e


def run(source, path, kernel, log):
    """The notebook with its outputs. What the kernel's process itself prints, such as why it ends, goes to the log."""
    name = path.stem
    notebook = copy.deepcopy(source)
    cells = [i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]
    current = 0

    def started(cell, cell_index):
        nonlocal current
        # nbclient has put its own handler in the place of ours.
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, stop)
        if cell_index in cells:
            current = cells.index(cell_index) + 1
            say("%s: cell %d of %d" % (name, current, len(cells)))

    client = NotebookClient(
        notebook,
        kernel_name=kernel,
        timeout=None,
        startup_timeout=120,
        resources={"metadata": {"path": str(path.parent)}},
        on_cell_start=started,
    )
    try:
        with log.open("w") as stream:
            client.execute(stdout=stream, stderr=stream)
    except CellExecutionError as e:
        first = "%s: %s" % (e.ename, plain(e.evalue))
        place = [line for line in traceback(notebook.cells[cells[current - 1]]) if line != first]
        raise Failure("\n".join(["%s, cell %d: %s" % (name, current, first)] + place[:25])) from e
    except (DeadKernelError, CellTimeoutError) as e:
        said = [line for line in log.read_text(errors="replace").splitlines() if not EXPECTED.match(line)]
        raise Failure("\n".join(["%s, cell %d: the kernel ended: %s" % (name, current, e)] + said[-10:])) from e
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = joined(cell.outputs)
    return notebook


def joined(outputs):
    """The outputs with neighbouring pieces of one stream as one: where printed text was cut on its way is chance."""
    whole = []
    for output in outputs:
        if whole and output.output_type == whole[-1].output_type == "stream" and output.name == whole[-1].name:
            whole[-1].text += output.text
        else:
            whole.append(output)
    return whole


def page(notebook, path):
    """The raw page of a notebook with outputs; pictures that its text names are put into it."""
    exporter = HTMLExporter(template_name="lectern", extra_template_basedirs=[str(HERE / "templates")])
    exporter.register_filter("formulas", protect)
    exporter.register_filter("latex_output", latex_output)
    exporter.exclude_anchor_links = True
    exporter.embed_images = True
    metadata = {"name": html.escape(path.stem), "path": str(path.parent)}
    body, _ = exporter.from_notebook_node(notebook, {"metadata": metadata})
    return body


def write(path, text):
    """Writes whole or not at all."""
    started = path.with_name(path.name + ".part")
    started.write_text(text, encoding="utf-8")
    os.replace(started, path)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--output", type=Path, required=True, help="the folder of the raw pages")
    arguments.add_argument("--kernel", default="lectern", help="the kernel's name")
    arguments.add_argument("--save", action="store_true", help="keep the outputs in the notebooks themselves too")
    arguments.add_argument("notebooks", type=Path, nargs="+")
    given = arguments.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    for path in given.notebooks:
        source = read(path)
        notebook = run(source, path, given.kernel, given.output / (path.stem + ".log"))
        text = canonical(notebook, source)
        write(given.output / (path.stem + ".ipynb"), text)
        if given.save:
            write(path, text)
        write(given.output / (path.stem + ".html"), page(notebook, path))


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        say(str(failure))
        sys.exit(1)
