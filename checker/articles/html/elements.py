"""What the elements of HTML do to the text of a page."""

DROPPED = frozenset(
    {
        "audio",
        "canvas",
        "datalist",
        "iframe",
        "noembed",
        "noframes",
        "noscript",
        "object",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
        "xmp",
    }
)
"""Elements whose content a reader does not see as text."""

BREAKING = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
    }
)
"""Elements that begin and end a paragraph."""

CONTAINERS = frozenset(
    {
        "article",
        "aside",
        "audio",
        "blockquote",
        "body",
        "canvas",
        "datalist",
        "details",
        "dialog",
        "div",
        "figure",
        "footer",
        "form",
        "h1",
        "header",
        "li",
        "main",
        "nav",
        "noscript",
        "object",
        "ol",
        "pre",
        "search",
        "section",
        "select",
        "svg",
        "table",
        "td",
        "template",
        "th",
        "tr",
        "ul",
        "video",
    }
)
"""Elements whose end matters: a region, a table or something left out may end with them."""

CELLS = frozenset({"td", "th"})
"""Cells of one row stand beside each other; a forgotten end tag in one ends nothing around it."""

TABLE = frozenset({"table", "tr", "td", "th"})
"""Elements whose end tags end a cell."""

FRAMES = frozenset({"article", "main", "body"})
"""Elements whose end tags are never a slip of the pen."""
