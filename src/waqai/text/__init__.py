"""Pure functions over Arabic text: folding with an offset map, clitics, numerals."""
