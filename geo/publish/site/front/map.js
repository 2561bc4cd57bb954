/* The map with its choice of layers and years; it stands where a drawing stands without a script. */
