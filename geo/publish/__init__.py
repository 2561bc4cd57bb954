"""What leaves the atlas: files with their meaning, area reports, published editions."""
