"""What yaml-language-server says of a file, asked over its protocol as an editor asks it.

Nothing is downloaded here. The package is taken from the folder that the variable
KIOSK_YAML_LANGUAGE_SERVER names, or from the cache folder, which one command fills:
npm install --prefix ~/.cache/portal-kiosk/yaml-language-server-1.25.0 yaml-language-server@1.25.0
"""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from platformdirs import user_cache_path

VERSION = "1.25.0"
VARIABLE = "KIOSK_YAML_LANGUAGE_SERVER"

# Nothing is fetched from the list of public schemas: only what the file itself names counts.
_SETTINGS = {"yaml": {"validate": True, "schemaStore": {"enable": False}}}


class NoServer(Exception):
    """yaml-language-server cannot be asked on this machine; says why."""


def server_words() -> list[str]:
    """The words that start the server. Raises NoServer with the reason."""
    node = shutil.which("node")
    if node is None:
        raise NoServer("node is not on this machine")
    cache = user_cache_path("portal-kiosk") / f"yaml-language-server-{VERSION}"
    folder = Path(os.environ.get(VARIABLE) or cache)
    program = folder / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not program.exists():
        raise NoServer(f"yaml-language-server is not in {folder}")
    return [node, str(program), "--stdio"]


class Editor:
    """An open editor: the server on its pipes. One question at a time."""

    def __init__(self, to: IO[bytes], out: IO[bytes]) -> None:
        self._to, self._out = to, out
        self._opened = 0
        self._send(id=1, method="initialize", params={"processId": None, "capabilities": _CAN})
        self._until(lambda message: message.get("id") == 1 and "result" in message)
        self._send(method="initialized", params={})

    def says_of(self, folder: Path, text: str) -> list[tuple[int, str]]:
        """What is shown in a new file of that folder: (line from 1, words)."""
        self._opened += 1
        uri = (folder / f"new_{self._opened}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        told = self._until(lambda message: message.get("params", {}).get("uri") == uri)
        return [
            (one["range"]["start"]["line"] + 1, one["message"])
            for one in told["params"]["diagnostics"]
        ]

    def _send(self, **message: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._to.flush()

    def _until(self, is_it: Any) -> dict[str, Any]:
        """The first message that is wanted. What the server asks on the way is answered."""
        while not is_it(message := self._receive()):
            if "method" in message and "id" in message:
                asked = message.get("params", {}).get("items", [])
                settings = [_SETTINGS.get(item.get("section"), {}) for item in asked]
                self._send(id=message["id"], result=settings or None)
        return message

    def _receive(self) -> dict[str, Any]:
        length = 0
        while line := self._out.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        if not length:
            raise EOFError("the server closed its pipe")
        message: dict[str, Any] = json.loads(self._out.read(length))
        return message


_CAN = {"workspace": {"configuration": True}}


@contextmanager
def opened() -> Iterator[Editor]:
    """An editor whose server ends with it. Raises NoServer."""
    words = server_words()
    with subprocess.Popen(  # noqa: S603 - node of this machine, a package of its own cache
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            yield Editor(server.stdin, server.stdout)
        finally:
            server.kill()
