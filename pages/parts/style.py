"""What Streamlit's own look lacks: room on a telephone, contrast for weak eyes, boxes that a finger hits."""

# Streamlit leaves 6 rem above the first line; on a phone that is a third of what a reader sees of the map. The download
# in a table's own corner would carry no source: each screen has a button whose file does. Captions at six tenths and
# white tags on a bright ground are below the contrast that weak eyes need (WCAG 1.4.3), and boxes of 40 pixels below
# what a finger hits (2.5.5). Thai stacks a tone mark on a vowel: a heading set without
# room above loses its marks. Where columns stand below one another a screen's boxes fold away (pages.parts.fold), all
# but what they have to say. Sent with every change, so it says each thing once.
STYLE = """<style>
[data-testid=stElementToolbarButton]:has(> * > [aria-label="Download as CSV"]) {display: none}
.stMainBlockContainer {padding-top: 3.5rem; padding-bottom: 2rem}
[data-testid=stCaptionContainer] {opacity: .85 !important}
[data-tag], [data-tag] * {color: inherit !important; background: none !important}
[data-tag] {border: 1px solid}
.fold, .st-key-now, .stElementContainer:has(>.stHtml>.fold), .stVerticalBlock>:has(>.st-key-now) {display: none}
@media (max-width: 640px) {
.stMainBlockContainer h3 {font-size: 1.15rem; line-height: 1.5; padding: .35rem 0 .1rem}
.stMainBlockContainer h2 {font-size: 1.3rem; line-height: 1.5; padding: .35rem 0 .1rem}
.stMain :is(button, summary, input, [role=group]:has(>input), [data-tag]) {min-height: 44px}
.stMain button {min-width: 44px}
:is([data-testid=stSidebarNavLink], [data-testid=stExpandSidebarButton], .stSidebar button) {min-width: 44px}
:is([data-testid=stSidebarNavLink], [data-testid=stExpandSidebarButton], .stSidebar button) {min-height: 44px}
.fold, .stElementContainer:has(>.stHtml>.fold), .stVerticalBlock>:has(>.st-key-now) {display: block}
.st-key-now {display: flex}
.stElementContainer:has(>.stHtml>.fold) {margin-top: -.6rem}
.fold summary {display: flex; align-items: center; gap: .5rem; padding: 0 .75rem; cursor: pointer;
border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: .5rem}
.fold summary:focus-visible {outline: 3px solid; outline-offset: 2px}
.fold summary::before {content: "▸"; content: "▸" / ""}
.fold[open] summary::before {content: "▾"; content: "▾" / ""}
.fold[open] span:first-child, .fold:not([open]) span + span {display: none}
:has(>*>*>.fold:not([open])) > * > .st-key-choices > :not(:has(.stAlert, [data-testid=stCaptionContainer])),
:has(>*>*>.fold:not([open])) > :has(>.st-key-choices):not(:has(.stAlert, [data-testid=stCaptionContainer]))
{display: none}
[data-testid=stHeaderActionElements] {display: none}
[data-testid=stElementContainer]:has(>[data-testid=stFullScreenFrame] .stDataFrame) {margin-top: 60px}
/* With buttons of 44 pixels it would lie over the headings of its table. */
.stMain [data-testid=stElementToolbar] {transform: translateY(-20px)}
}
</style>"""
