"""The atlas as a dashboard: `streamlit run dashboard.py` serves it, with the map's files beside it.

The server imports this file and finds ``app``; for every reader it then runs the same file as a script.
"""

from __future__ import annotations

import streamlit as st

if __name__ == "__main__":
    from pages.parts import frame

    frame.run()
else:
    from geo.maps import assets
    from geo.warm import warm_up

    warm_up()
    app = st.App("dashboard.py", routes=assets.routes())
