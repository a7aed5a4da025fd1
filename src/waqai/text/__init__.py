"""Pure functions over Arabic text: bytes to text, folding with an offset map, the words of a search."""
