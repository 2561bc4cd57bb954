"""The atlas as a folder of plain files: any web server, content network or USB stick can carry it."""
