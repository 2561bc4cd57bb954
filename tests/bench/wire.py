"""Counts what really travels between a browser and the server, compressed as it is, by standing between the two."""

from __future__ import annotations

import socket
import threading


class Wire:
    """A door beside the server's own; ``bytes`` grows with all that passes it, both ways."""

    def __init__(self, port: int) -> None:
        self.bytes = 0
        self._port = port
        self._door = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._door.getsockname()[1]}/"
        threading.Thread(target=self._welcome, daemon=True).start()

    def _welcome(self) -> None:
        while True:
            try:
                guest, _ = self._door.accept()
            except OSError:
                return
            host = socket.create_connection(("127.0.0.1", self._port))
            for start, end in ((guest, host), (host, guest)):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                threading.Thread(target=self._carry, args=(start, end), daemon=True).start()

    def _carry(self, start: socket.socket, end: socket.socket) -> None:
        try:
            while part := start.recv(65536):
                self.bytes += len(part)
                end.sendall(part)
        except OSError:
            pass
        finally:
            end.close()

    def close(self) -> None:
        """Let no more guests in."""
        self._door.close()
