"""Maps: one description of a choropleth, several drawings."""
