"""The shop in a real browser: what it keeps of cookies, and what people see of the document."""
