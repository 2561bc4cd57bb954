"""A plain static server for the bench: Debian's nginx with a folder, compression, and nothing else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 20
CONFIG = """
daemon off; pid {own}/pid; worker_processes auto; error_log {own}/errors; {user}
events {{ worker_connections 1024; }}
http {{
  include /etc/nginx/mime.types; access_log off; sendfile on; keepalive_requests 100000;
  gzip on; gzip_comp_level 4; gzip_min_length 512;
  gzip_types text/css text/csv text/javascript application/javascript application/json application/geo+json
    image/svg+xml;
  client_body_temp_path {own}/body; proxy_temp_path {own}/proxy; fastcgi_temp_path {own}/fastcgi;
  uwsgi_temp_path {own}/uwsgi; scgi_temp_path {own}/scgi;
  server {{ listen 127.0.0.1:{port} backlog=1024; root "{folder}"; }}
}}
"""


def needed(program: str, package: str) -> str:
    """Where a program of this machine is.

    Raises
    ------
    RuntimeError
        One sentence that names the package to install.
    """
    found = shutil.which(program)
    if found is None:
        raise RuntimeError(f"bench: {program} was not found: install Debian's package {package}, then run this again")
    return found


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder while the block runs; gives the address, with a slash at its end."""
    nginx = needed("nginx", "nginx-light")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as own:
        user = "user root;" if os.geteuid() == 0 else ""
        config = Path(own, "nginx.conf")
        config.write_text(CONFIG.format(own=own, port=port, folder=folder, user=user), encoding="utf-8")
        process = subprocess.Popen([nginx, "-p", own, "-c", str(config), "-e", f"{own}/errors"])
        try:
            _wait(f"http://127.0.0.1:{port}/")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _wait(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"bench: nginx did not answer at {address} within {PATIENCE} s")
