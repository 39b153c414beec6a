"""What the generated classes do: against the plain answer, on real servers, in a browser's cookie jar."""
