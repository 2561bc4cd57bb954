"""From the assessed areas to advice: the numbers that the support screen shows, put together from layers and statistics.

Chapters: `parameters` (every choice), `case` (what is known of a level), `board` (gaps to the standards), `able` (capacity),
`context` (areas alike), `first` (where first), `advice` (who), `scale` (between or within), `budget` (a budget and what it
would change), `takeaway` (tables to carry away).
"""
