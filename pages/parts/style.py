"""What Streamlit's own look lacks: room on a telephone, contrast for weak eyes, boxes that a finger hits."""

# Streamlit leaves 6 rem above the first line; on a phone that is a third of what a reader sees of the map. The download
# in a table's own corner would carry no source: each screen has a button whose file does. Captions at six tenths and
# white tags on a bright ground are below the contrast that weak eyes need (WCAG 1.4.3), and boxes of 40 pixels below
# what a finger hits (2.5.5).
STYLE = """<style>
[data-testid=stElementToolbarButton]:has(> * > [aria-label="Download as CSV"]) {display: none}
.stMainBlockContainer {padding-top: 3.5rem; padding-bottom: 2rem}
[data-testid="stCaptionContainer"] {opacity: .85 !important}
[data-tag] {background: transparent !important; border: 1px solid currentColor; color: inherit !important}
[data-tag] * {color: inherit !important}
@media (max-width: 640px) {
  .stMainBlockContainer h3 {font-size: 1.15rem; padding: 0}
  .stMainBlockContainer h2 {font-size: 1.3rem; line-height: 1.4; padding: 0}
  .stMain button {min-width: 44px}
  .stMain button, .stMain summary, .stMain [role="group"]:has(> input), .stMain input, [data-tag] {min-height: 44px}
  [data-testid="stHeaderActionElements"] {display: none}
  [data-testid="stElementContainer"]:has(> [data-testid="stFullScreenFrame"] .stDataFrame) {margin-top: 60px}
  /* With buttons of 44 pixels it would lie over the headings of its table. */
  .stMain [data-testid="stElementToolbar"] {transform: translateY(-20px)}
}
</style>"""
