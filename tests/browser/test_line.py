"""The line between browser and server: what a screen repeats is not sent again."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

pytestmark = pytest.mark.browser
VIEWS = ("fixed_download", "density", "mobile_download", "schools_per_10000", "fixed_upload", "airport_distance")


async def bytes_of_changes(server: str) -> list[int]:
    """Bytes from the server for each change of layer at the level of provinces, compressed as they are."""
    moved = []
    address = server.replace("http", "ws") + "/_stcore/stream"
    async with connect(address, subprotocols=["streamlit"], max_size=None) as line:  # type: ignore[list-item]
        taken = line.data_received
        count = 0

        def counted(data: bytes) -> None:
            nonlocal count
            count += len(data)
            taken(data)

        line.data_received = counted  # type: ignore[method-assign]
        for layer in VIEWS:
            ask = BackMsg()
            ask.rerun_script.query_string = urlencode({"lang": "en", "layer": layer})
            before = count
            await line.send(ask.SerializeToString())
            async for told in line:
                message = ForwardMsg()
                message.ParseFromString(told if isinstance(told, bytes) else told.encode())
                if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY and message.HasField("script_finished"):
                    break
            moved.append(count - before)
    return moved


def test_a_change_of_layer_on_77_provinces_is_a_few_kilobytes_on_the_line(server: str) -> None:
    # Playwright keeps a loop of its own running on this thread.
    with ThreadPoolExecutor(1) as aside:
        changes = aside.submit(lambda: asyncio.run(bytes_of_changes(server))).result()[1:]
    assert max(changes) < 5 * 1024, changes
    assert min(changes) > 500, "nothing arrived: mend the count"
