"""Media types as data: those that answers of APIs and sites carry, and what marks the others.

What comes out are tables of lower-cased `type/subtype` names. The registry (IANA,
RFC 6838) has some 2,000 more, most of them of vendors: a type that is not here is unknown to us,
not wrong; it is only held against the names here when it is a slip away from one.
"""


def _under(top_level: str, subtypes: str) -> frozenset[str]:
    return frozenset(f"{top_level}/{subtype}" for subtype in subtypes.split())


KNOWN: frozenset[str] = (
    _under(
        "application",
        """
        activity+json aml atom+xml cbor cose cwt csvm+json dns-json dns-message ecmascript epub+zip
        fhir+json fhir+xml font-woff geo+json geo+json-seq graphql-response+json gzip hal+json
        hjson http javascript jose jose+json json json-patch+json json-seq json5 jsonl jsonpath
        jwk+json jwk-set+json jwt ld+json linkset linkset+json manifest+json mathml+xml
        merge-patch+json mp4 msgpack msword n-quads n-triples ndjson node oauth-authz-req+jwt
        octet-stream ogg openapi+json openapi+yaml openmetrics-text pdf pem-certificate-chain
        pgp-encrypted pgp-keys pgp-signature pkcs10 pkcs12 pkcs7-mime pkcs7-signature pkcs8
        pkix-cert pkix-crl postscript problem+json problem+xml protobuf rdf+xml
        rss+xml rtf schema+json scim+json sdp senml+cbor senml+json soap+xml
        sparql-query sparql-results+json sparql-results+xml sql tar td+json toml trig ttml+xml
        wasm wsdl+xml xhtml+xml xml xml-dtd xml-patch+xml xslt+xml yaml yang yang-data+json
        yang-data+xml zip zlib zstd
        """,
    )
    | _under("audio", "aac ac3 eac3 flac midi mp3 mp4 mpeg ogg opus wav wave webm")
    | _under("font", "collection otf sfnt ttf woff woff2")
    | _under(
        "image",
        "apng avif bmp emf gif heic heif jp2 jpeg jpm jpx jxl pjpeg png svg+xml tiff webp wmf",
    )
    | _under("message", "bhttp global http rfc822")
    | _under("model", "gltf+json gltf-binary obj stl")
    | _under(
        "multipart",
        "alternative byteranges digest encrypted form-data mixed parallel related report signed",
    )
    | _under(
        "text",
        """
        cache-manifest calendar css csv csv-schema ecmascript enriched event-stream html
        javascript markdown mathml n3 plain rtf sgml tab-separated-values turtle uri-list vcard
        vtt xml yaml
        """,
    )
    | _under("video", "3gpp 3gpp2 bmpeg jpeg mp2p mp2t mp4 mpeg ogg quicktime webm")
)

TOP_LEVEL = frozenset(known.partition("/")[0] for known in KNOWN)

# Subtypes outside the standards tree (RFC 6838 3.2-3.4; RFC 2048's `x-`) are their owners' business.
PRIVATE_TREES = ("vnd.", "prs.", "x.", "x-")


def is_json(media_type: str | None) -> bool:
    """Whether a media type is JSON: `application/json`, or any with the suffix `+json` (RFC 6839 3.1)."""
    found = essence(media_type)
    return found == "application/json" or found.endswith("+json")


def is_xml(media_type: str | None) -> bool:
    """Whether a media type is XML (RFC 7303 9.1, RFC 6839 3.6)."""
    found = essence(media_type)
    return found in ("application/xml", "text/xml") or found.endswith("+xml")


def essence(media_type: str | None) -> str:
    """`type/subtype` in lower case, of any text: checks say later what is wrong with it."""
    return (media_type or "").partition(";")[0].strip().lower()
