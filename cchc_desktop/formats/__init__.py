"""Ways in and out of the program: Word, Excel, PDF, HTML, plain text."""
