"""The commands by theme; each function is one command, and its docstring the details of that command's help."""
