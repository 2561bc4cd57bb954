"""From assessed areas to advice: the numbers of the support screen, put together from layers and statistics.

Chapters: `parameters` (every choice), `case` (what is known of a level), `board` (gaps to the standards), `able`
(capacity), `context` (areas alike), `why` (figures, smallest change), `first` (where first), `advice` and `telling`
(who, in a sentence), `scale` (between or within), `budget` (what it would change), `reasoning` (all of it under one set
of choices), `mapped` (as a map), `listing` and `takeaway` (tables to read and to carry away).
"""
