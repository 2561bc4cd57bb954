"""Readers without a browser: they speak the dashboard's own protocol, so that only the server's work is measured."""

from __future__ import annotations

import asyncio
import itertools
import time
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from tests.bench.server import Server
from tests.bench.table import Figure, median, p95

READERS = 50
EVERY = 3.0
CHANGES = 10
ROUNDS, NEW = 5, 10
# Long enough for a leak to show beside what the first minute fills.
SOAK_MINUTES = 10.0
WHOLE = ForwardMsg.FINISHED_SUCCESSFULLY


class Reader:
    """One session; ``open_view`` asks for a view and tells how long the server took, in milliseconds."""

    def __init__(self, line: ClientConnection) -> None:
        self.line = line

    async def open_view(self, **view: str) -> float:
        """Ask for a view by its address parameters and wait until the script has run to its end.

        Raises
        ------
        RuntimeError
            When the script ended with an error, which would make the time meaningless.
        """
        ask = BackMsg()
        ask.rerun_script.query_string = urlencode(view)
        ask.rerun_script.page_name = ""
        start = time.perf_counter()
        await self.line.send(ask.SerializeToString())
        async for told in self.line:
            message = ForwardMsg()
            message.ParseFromString(told if isinstance(told, bytes) else told.encode())
            if message.delta.new_element.WhichOneof("type") == "exception":
                raise RuntimeError(f"bench: the page failed: {message.delta.new_element.exception.message}")
            # A run that is overtaken by a second one ends early; only a whole run counts.
            if message.WhichOneof("type") == "script_finished" and message.script_finished == WHOLE:
                return 1000 * (time.perf_counter() - start)
        raise RuntimeError("bench: the server closed the line before the page was drawn")


async def reader(server: Server) -> Reader:
    """A new session on a server."""
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    return Reader(await connect(address, subprotocols=["streamlit"], max_size=None, max_queue=None))  # type: ignore[list-item]  # plain text is a subprotocol


async def _visit(one: Reader, late: float, layers: list[str], level: str, changes: int = CHANGES) -> list[float]:
    await asyncio.sleep(late)
    took = []
    for layer in itertools.islice(itertools.cycle(layers), changes):
        due = time.monotonic() + EVERY
        took.append(await one.open_view(layer=layer, level=level, lang="en"))
        await asyncio.sleep(max(0.0, due - time.monotonic()))
    return took


async def _crowd(server: Server, layers: list[str], level: str) -> list[float]:
    crowd = [await reader(server) for _ in range(READERS)]
    for layer in layers:
        await crowd[0].open_view(layer=layer, level=level, lang="en")
    for one in crowd:
        await one.open_view(layer=layers[0], level=level, lang="en")
    visits = [
        _visit(one, i * EVERY / READERS, [*layers[i % len(layers) :], *layers[: i % len(layers)]], level)
        for i, one in enumerate(crowd)
    ]
    took = await asyncio.gather(*visits)
    for one in crowd:
        await one.line.close()
    return list(itertools.chain(*took))


async def _soak(server: Server, layers: list[str], minutes: float) -> tuple[list[float], list[float]]:
    crowd = [await reader(server) for _ in range(READERS)]
    for one in crowd:
        await one.open_view(layer=layers[0], lang="en")
    held: list[float] = []

    async def watch() -> None:
        while True:
            held.append(server.memory())
            await asyncio.sleep(5)

    changes = max(1, round(60 * minutes / EVERY))
    watching = asyncio.create_task(watch())
    visits = [
        _visit(one, i * EVERY / READERS, [*layers[i % len(layers) :], *layers[: i % len(layers)]], "province", changes)
        for i, one in enumerate(crowd)
    ]
    took = await asyncio.gather(*visits)
    watching.cancel()
    for one in crowd:
        await one.line.close()
    return list(itertools.chain(*took)), held


def soak(server: Server, layers: list[str], minutes: float = SOAK_MINUTES) -> list[Figure]:
    """Whether memory stays flat while many readers keep changing the layer: its last fifth beside its second fifth."""
    took, held = asyncio.run(_soak(server, layers, minutes))
    fifth = max(1, len(held) // 5)
    start, end = sum(held[fifth : 2 * fifth]) / fifth, sum(held[-fifth:]) / fifth
    note = f"{READERS} sessions, a change every {EVERY:g} s for {minutes:g} min; median {median(took):.0f} ms"
    return [
        Figure("soak: server time, p95", p95(took), "ms", most=150, note=note),
        Figure("soak: memory at first", held[0], "MB", note="resident, sessions open"),
        Figure("  in the second fifth", start, "MB", note=f"{len(held)} readings"),
        Figure("  in the last fifth", end, "MB"),
        Figure("    last / second fifth", end / start, "times", most=1.05, note="flat is 1"),
    ]


async def _grown(server: Server, layers: list[str]) -> list[float]:
    first = await reader(server)
    for layer in layers:
        await first.open_view(layer=layer, lang="en")
    held, open_lines, each = server.memory(), [first], []
    for _ in range(ROUNDS):
        for _ in range(NEW):
            one = await reader(server)
            open_lines.append(one)
            for layer in layers[:3]:
                await one.open_view(layer=layer, lang="en")
        now = server.memory()
        each.append((now - held) / (NEW))
        held = now
    for one in open_lines:
        await one.line.close()
    return each


def figures(server: Server, provinces: list[str], subdistricts: list[str]) -> list[Figure]:
    """What a live session costs in memory, and how long the server works when many readers change the layer."""
    grown = asyncio.run(_grown(server, provinces))
    found = [Figure("memory of a live session", median(grown), "MB", most=2, note=f"{ROUNDS} x {NEW} sessions")]
    for level, layers in (("province", provinces), ("subdistrict", subdistricts)):
        took = asyncio.run(_crowd(server, layers, level))
        note = f"{READERS} sessions, a change every {EVERY:g} s; median {median(took):.0f} ms of {len(took)}"
        found.append(Figure(f"server time, {level}, p95", p95(took), "ms", most=150, note=note))
    return found
