"""Where is a figure lowest? Reads the atlas's interface with nothing but Python 3.

python example.py                              beside this file, in a copy of the edition
python example.py https://atlas.example/api/v1  over a network
python example.py PLACE LAYER [LEVEL]           another layer, another level (province when left out)
"""

import json
import sys
from pathlib import Path
from typing import Any
from urllib.request import urlopen


def read(base: str, name: str) -> Any:
    """One file of the interface, from a folder or an address."""
    if base.startswith(("http://", "https://")):
        with urlopen(f"{base.rstrip('/')}/{name}", timeout=30) as answer:
            return json.load(answer)
    return json.loads((Path(base) / name).read_text(encoding="utf-8"))


def main(base: str, layer: str = "", level: str = "province") -> None:
    """Print the five places with the lowest value of a layer, each with its status, and what has no value."""
    index = read(base, "index.json")
    layer = layer or index["layers"][0]
    if layer not in index["layers"]:
        sys.exit(f"there is no layer {layer!r} here; there are {', '.join(index['layers'])}")
    about = read(base, f"layers/{layer}.json")
    levels = [told["level"] for told in about["levels"]]
    if level not in levels:
        sys.exit(f"{layer} has no level {level!r}; there are {', '.join(levels)}")
    places = {place["code"]: place for place in read(base, f"places/{level}.json")["places"]}
    values = read(base, f"values/{layer}/{level}.json")
    newest = next(period for period in values["periods"] if period["period"] == values["shown_first"])
    rows = list(zip(values["codes"], newest["values"], newest["status"], strict=True))
    # A missing value is null and its status says why: it is never a zero.
    known = sorted((value, code, status) for code, value, status in rows if value is not None)
    print(f"{about['title']['en']} ({about['unit']['en']}), {newest['period']}, lowest of {len(known)}:")
    for value, code, status in known[:5]:
        print(f"  {code}  {places[code]['name']['en']:<24} {value:.2f}  {status}")
    print(f"without a value: {len(rows) - len(known)} of {len(rows)}")
    print("sources: " + "; ".join(source["attribution"] for source in values["sources"]))


if __name__ == "__main__":
    words = sys.argv[1:]
    main(words[0] if words else str(Path(__file__).resolve().parent), *words[1:3])
