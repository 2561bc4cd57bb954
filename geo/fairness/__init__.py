"""Is a layer shared fairly, and if not, between whom: numbers of places put together for a screen."""
