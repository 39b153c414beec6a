"""What one response cannot show, and what is assumed of it: for people, nothing goes in."""

ASSUMPTIONS = (
    "The site is served over https with a valid certificate, and http is redirected to it.",
    "The host is not on the list of domains that browsers preload HSTS for: that would add 5"
    " points.",
    "The scripts of a page are its own: others without integrity would cost 5 to 50 points, and"
    " integrity earns 5. Policies in <meta> elements are not seen.",
    "Access-Control-Allow-Origin is what a preflight gets too, and never repeats any Origin together"
    " with credentials: that would cost 50 points.",
    "Every cookie that a class lists is set.",
    "Nobody else adds or removes anything: neither the caller's headers nor middleware, a server or"
    " a proxy.",
)
