"""Method: places, joins, measures, statistics, maps."""
