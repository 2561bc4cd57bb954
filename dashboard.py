"""The atlas as a dashboard: `streamlit run dashboard.py` serves it, with the map's files beside it.

The server imports this file and finds ``app``; for every reader it then runs the same file as a script.
"""

from __future__ import annotations

import streamlit as st

if __name__ == "__main__":
    from pages.parts import frame

    frame.run()
else:
    from streamlit.runtime.pages_manager import PagesManager

    from geo.maps import assets
    from geo.problems import SourceError, report
    from geo.warm import warm_up
    from pages.parts import frame, shell

    # A folder named pages makes Streamlit run its files alone until a first reader has opened the main page; whoever
    # came to a fresh server by a link to another screen would miss heading, language and address.
    PagesManager.uses_pages_directory = False
    try:
        warm_up()
    except SourceError as fault:
        # The server stands all the same: every screen says what is wrong and how to mend it.
        report("atlas", fault)
    shell.remember_what_was_sent()
    app = st.App("dashboard.py", routes=[*assets.routes(), *shell.routes(frame.PAGES)])
