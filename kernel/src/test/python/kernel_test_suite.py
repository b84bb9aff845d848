"""The kernel against Jupyter's own tests (jupyter_kernel_test), and over Unix domain sockets with Jupyter's own client.

Run it with the kernel's specification where Jupyter finds it (JUPYTER_PATH): ./lectern conformance does.
"""

import os
import sys
import tempfile
import unittest

import jupyter_kernel_test
from jupyter_client.manager import KernelManager

KERNEL = "lectern"


class LecternTests(jupyter_kernel_test.KernelTests):
    kernel_name = KERNEL
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oh");'
    completion_samples = [
        {"text": "Math.toDegr", "matches": {"toDegrees("}},
        {"text": 'var greeting = "x"; greeting.isBl', "matches": {"isBlank()"}},
    ]
    complete_code_samples = ["int i = 1;", "1 + 1", "void go() { }"]
    incomplete_code_samples = ["for (int i = 0; i < 3; i++) {", "class A {", '"""\n a']
    invalid_code_samples = ["int = ) 3;", "class { }"]
    code_generate_error = "throw new IllegalStateException();"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"a" + 1', "result": "a1"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
    ]
    code_display_data = [
        {"code": 'display("<b>x</b>", "text/html");', "mime": "text/html"},
        {"code": 'chart("loss").show();', "mime": "image/svg+xml"},
    ]
    code_history_pattern = "6*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.abs"
    code_page_something = "Math.abs?"
    code_clear_output = "clearOutput(true);"


class UnixSocketTests(unittest.TestCase):
    def test_a_cell_runs_over_ipc(self):
        with tempfile.TemporaryDirectory() as folder:
            manager = KernelManager(kernel_name=KERNEL, transport="ipc", ip=os.path.join(folder, "kernel"))
            manager.start_kernel()
            client = manager.client()
            client.start_channels()
            try:
                client.wait_for_ready(timeout=60)
                reply = client.execute_interactive("1 + 1", timeout=60, output_hook=lambda message: None)
                self.assertEqual("ok", reply["content"]["status"])
            finally:
                client.stop_channels()
                manager.shutdown_kernel(now=False)
            self.assertEqual([], [name for name in os.listdir(folder) if name.startswith("kernel-")])


def summary(result):
    """What came of the tests, in one line, with the names of those that were left out."""
    left_out = ["%s (%s)" % (test.id().split(".")[-1], reason) for test, reason in result.skipped]
    failed = len(result.failures) + len(result.errors)
    line = "jupyter_kernel_test: %d of %d" % (result.testsRun - failed - len(left_out), result.testsRun)
    return line + ("; left out: " + ", ".join(left_out) if left_out else "")


if __name__ == "__main__":
    outcome = unittest.main(exit=False).result
    print(summary(outcome))
    sys.exit(not outcome.wasSuccessful())
