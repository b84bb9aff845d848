"""Serves the bundled JupyterLab on a free port, until its standard input ends.

The first line that it prints is the address of the page with its token.
"""

import json
import os
import socket
import sys
import threading
from pathlib import Path

import tornado.web
import tornado.websocket
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyterlab_server import LabServerApp
from traitlets import Unicode

ROOT = Path(os.environ["LECTERN_LAB"])


class Me(APIHandler):
    """Who the student is. Servers before 2.0 do not know."""

    @tornado.web.authenticated
    def get(self):
        name = {key: "student" for key in ("username", "name", "display_name")}
        self.finish(json.dumps({"identity": {**name, "initials": "S"}, "permissions": {}}))


class Nothing(APIHandler):
    """What asks for a package that is not installed gets an empty answer."""

    def initialize(self, answer):
        self.answer = answer

    @tornado.web.authenticated
    def get(self):
        self.finish(json.dumps(self.answer))


class Events(JupyterHandler, tornado.websocket.WebSocketHandler):
    """Events of the server, of which there are none."""

    @tornado.web.authenticated
    async def get(self, *args, **kwargs):
        await tornado.websocket.WebSocketHandler.get(self, *args, **kwargs)

    def on_message(self, message):
        pass


class Lab(LabServerApp):
    name = "lectern_lab"
    app_name = "JupyterLab"
    app_version = Unicode((ROOT / "version").read_text())
    app_namespace = "jupyterlab"
    app_settings_dir = Unicode(str(ROOT / "settings"))
    static_dir = Unicode(str(ROOT / "static"))
    schemas_dir = Unicode(str(ROOT / "schemas"))
    themes_dir = Unicode(str(ROOT / "themes"))
    templates_dir = Unicode(str(ROOT / "templates"))
    user_settings_dir = Unicode(os.path.join(os.environ["JUPYTER_CONFIG_DIR"], "lab", "user-settings"))
    workspaces_dir = Unicode(os.path.join(os.environ["JUPYTER_CONFIG_DIR"], "lab", "workspaces"))
    load_other_extensions = False

    def initialize_handlers(self):
        self.handlers += [
            (r"/api/me", Me),
            (r"/api/events/subscribe", Events),
            (r"/lsp/status", Nothing, {"answer": {"version": 2, "sessions": {}, "specs": {}}}),
            (r"/lab/api/plugins.*", Nothing, {"answer": []}),
        ]
        super().initialize_handlers()


def _jupyter_server_extension_points():
    return [{"module": __name__, "app": Lab}]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def stop_with_stdin(server):
    sys.stdin.buffer.read()
    server.io_loop.add_callback_from_signal(server.stop)


def main():
    server = Lab.initialize_server(
        argv=[
            "--no-browser",
            "--ip=127.0.0.1",
            f"--port={free_port()}",
            "--allow-root",
            f"--ServerApp.root_dir={sys.argv[1]}",
        ]
    )
    print(f"http://127.0.0.1:{server.port}/lab?token={server.token}", flush=True)
    threading.Thread(target=stop_with_stdin, args=[server], daemon=True).start()
    server.start()


if __name__ == "__main__":
    main()
