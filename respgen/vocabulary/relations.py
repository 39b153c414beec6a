"""Link relations and what links say, as data: names that recipients know (RFC 8288, HTML).

Nothing goes in; what comes out are tables of names in lower case, in which all of them compare.
"""


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


# IANA "link-relations" (RFC 8288 4.2)
REGISTERED: frozenset[str] = _words("""
    about acl alternate amphtml api-catalog appendix apple-touch-icon apple-touch-startup-image
    archives author blocked-by bookmark c2pa-manifest canonical chapter cite-as collection
    compression-dictionary contents convertedfrom copyright create-form current deprecation
    describedby describes disclosure dns-prefetch duplicate edit edit-form edit-media enclosure
    external first geofeed glossary help hosts hub ice-server icon index intervalafter
    intervalbefore intervalcontains intervaldisjoint intervalduring intervalequals
    intervalfinishedby intervalfinishes intervalin intervalmeets intervalmetby
    intervaloverlappedby intervaloverlaps intervalstartedby intervalstarts item last
    latest-version license linkset lrdd manifest mask-icon me media-feed memento micropub
    modulepreload monitor monitor-group next next-archive nofollow noopener noreferrer opener
    openid2.local_id openid2.provider original p3pv1 payment pingback preconnect
    predecessor-version prefetch preload prerender prev prev-archive preview previous
    privacy-policy profile publication rdap-active rdap-bottom rdap-down rdap-top rdap-up related
    replies restconf ruleinput search section self service service-desc service-doc service-meta
    sip-trunking-capability sitemap sponsored start status stylesheet subsection
    successor-version sunset tag terms-of-service timegate timemap type ugc up version-history
    via webmention working-copy working-copy-of
    """)

# Not registered, but what sites send: microformats.org "existing-rel-values", HTML
IN_USE: frozenset[str] = _words("""
    edituri expect fluid-icon indieauth-metadata microsub openid.delegate openid.server
    schema shortcut shortlink wlwmanifest
    """)

RELATIONS = REGISTERED | IN_USE

# What a link says apart from its relation: RFC 8288 3.4, HTML, and what others defined
PARAMETERS: frozenset[str] = _words("""
    rel rev anchor hreflang media title title* type as crossorigin fetchpriority imagesizes
    imagesrcset integrity nonce referrerpolicy blocking sizes nopush
    """)

# Fetch 2.2.5: destinations, and "fetch" (HTML 4.6.7)
DESTINATIONS: frozenset[str] = _words("""
    fetch audio audioworklet document embed font frame iframe image json manifest object
    paintworklet report script serviceworker sharedworker style text track video webidentity
    worker xslt
    """)

# What else authors call them
MEANT_DESTINATIONS = {
    "css": "style",
    "stylesheet": "style",
    "styles": "style",
    "js": "script",
    "javascript": "script",
    "module": "script",
    "scripts": "script",
    "img": "image",
    "picture": "image",
    "images": "image",
    "fonts": "font",
    "html": "document",
    "xhr": "fetch",
}
