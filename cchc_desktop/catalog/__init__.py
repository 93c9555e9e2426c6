"""The catalogues that come with the program (``resources/catalog``), read into values of the domain."""
