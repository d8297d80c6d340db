"""Markup in which every HTML element, CSS property and at-rule that can name a file or an address names one."""

from collections.abc import Iterator
from typing import NamedTuple

_HTML = (
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote "
    "body br button canvas caption center cite code col colgroup command content data datalist dd del details dfn "
    "dialog dir div dl dt em embed fencedframe fieldset figcaption figure font footer form frame frameset "
    "geolocation h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex kbd keygen "
    "label layer legend li link listing main map mark marquee math menu menuitem meta meter multicol nav nextid "
    "nobr noembed noframes noscript object ol optgroup option output p param picture plaintext portal pre "
    "progress q rb rbc rp rt rtc ruby s samp script search section select selectedcontent shadow slot small "
    "source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead "
    "time title tr track tt u ul var video wbr xml xmp"
)
_OTHERS = (
    "animate animatemotion cursor feimage filter foreignobject glyph hatch lineargradient marker mask mpath "
    "pattern radialgradient set switch symbol text textpath tref use view annotation annotation-xml maction "
    "mglyph mi semantics v:background v:fill v:imagedata v:oval v:rect v:shape v:shapetype v:stroke v:textpath "
    "o:hyperlink o:link o:oleobject o:p w:sdt st1:place m:omath x:link qt"
)
ELEMENTS = tuple(_HTML.split()) + tuple(_OTHERS.split())
"""The elements of HTML (with those of the past), SVG, MathML and Microsoft's markup; `qt` is Qt's own."""

_ATTRIBUTES = (
    "action archive attributionsrc background cite classid code codebase codetype data data-src definitionurl "
    "downloadurl dynsrc filename formaction href icon imagesrcset itemid itemtype longdesc lowsrc manifest movie "
    "o:href ping pluginspage poster profile r:id rel src srcset template usemap value xlink:href xml:base xmlns"
)
ATTRIBUTES = tuple(_ATTRIBUTES.split())
"""The attributes whose value can be a file or an address."""

_LINKED = (
    "stylesheet alternate author canonical dns-prefetch expect help icon import license manifest modulepreload next "
    "pingback preconnect prefetch preload prerender prev search File-List Edit-Time-Data themeData colorSchemeMapping "
    "OLE-Object-Data Main-File Preview"
)
_PROPERTIES = (
    "background background-image border-image border-image-source border-radius box-shadow clip-path color-profile "
    "content cue cue-after cue-before cursor fill filter backdrop-filter list-style list-style-image marker marker-end "
    "marker-mid marker-start mask mask-border mask-border-source mask-image object-view-box offset offset-path "
    "play-during shape-outside src stroke symbols behavior -moz-binding -webkit-mask -webkit-mask-image "
    "-webkit-border-image -webkit-box-reflect -webkit-filter -webkit-image-set -ms-filter layout-grid "
    "-ms-content-zoom-snap mso-background-source font font-family mso-header mso-footer mso-footnote-separator"
)
PROPERTIES = tuple(_PROPERTIES.split())
"""The CSS properties whose value can name a resource."""
_FUNCTIONS = (
    "url({0})",
    'url("{0}")',
    "URL( '{0}' )",
    "u\\72l({0})",
    'src("{0}")',
    'image("{0}")',
    'image-set("{0}" 1x, url({0}) 2x)',
    "-webkit-image-set(url({0}) 1x)",
    "cross-fade(url({0}), url({0}))",
    "progid:DXImageTransform.Microsoft.AlphaImageLoader(src='{0}')",
    'format("x") url({0}) fixed',
)
AT_RULES = (
    '@import "{0}";',
    "@import url({0});",
    "@import url('{0}') layer(x) supports(display:grid) screen;",
    "@\\69mport '{0}';",
    "@font-face {{ font-family: x; src: local('x'), url({0}) format('woff2'); }} * {{ font-family: x }}",
    "@namespace url({0});",
    "@namespace svg '{0}';",
    "@document url({0}) {{ p {{ color: red }} }}",
    "@counter-style x {{ symbols: url({0}); system: cyclic }} li {{ list-style: x }}",
    "@page {{ background: url({0}); mso-header: url({0}) h1; }}",
    "@media screen {{ p {{ background: url({0}) }} }}",
    "@supports (display:grid) {{ p {{ background: url({0}) }} }}",
    "@layer x {{ p {{ background: url({0}) }} }}",
    "@container (width > 0) {{ p {{ background: url({0}) }} }}",
    "@property --x {{ syntax: '<url>'; initial-value: url({0}); inherits: true }} p {{ background: var(--x) }}",
    "@color-profile x {{ src: url({0}) }}",
    "@font-palette-values --x {{ src: url({0}) }}",
    "<!-- @import '{0}'; -->",
)
_WHOLE = (
    '<base href="{0}"><img src="x.png"><link rel=stylesheet href="x.css">',
    '<meta http-equiv=refresh content="0;url={0}"><meta http-equiv=Link content="<{0}>;rel=stylesheet">',
    '<meta name=msapplication-config content="{0}"><meta property=og:image content="{0}">',
    '<?xml-stylesheet href="{0}" type="text/css"?><p>x</p>',
    '<!DOCTYPE html SYSTEM "{0}"><p>x</p>',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "{0}"> %e;]><p>&e;</p>',
    '<iframe srcdoc="<img src=&quot;{0}&quot;>"></iframe>',
    '<object><param name=movie value="{0}"><param name=src value="{0}"></object>',
    '<!--[if gte vml 1]><v:shape><v:imagedata src="{0}" o:title=""/></v:shape><![endif]-->',
    '<!--[if mso]><link rel=stylesheet href="{0}"><![endif]--><![if !vml]><img src="{0}"><![endif]>',
    '<svg><image xlink:href="{0}"/><use href="{0}#x"/><style>@import "{0}";</style><feImage href="{0}"/></svg>',
    '<table background="{0}"><tr background="{0}"><td background="{0}" style="background:url({0})">x</table>',
    '<body background="{0}" bgproperties=fixed><p>x</body>',
    "<ul style='list-style-image:url({0})'><li>x</ul>",
    "<img srcset='{0} 1x, {0} 2x' src='{0}' sizes=100vw><picture><source srcset='{0}'></picture>",
    "<input type=image src='{0}'><video poster='{0}'><track src='{0}'></video>",
    "<script src='{0}'></script><script type=module>import '{0}'</script>",
    "<xml src='{0}'></xml><!--[if supportFields]><span>INCLUDEPICTURE \"{0}\" \\* MERGEFORMAT</span><![endif]-->",
    '{{\\rtf1{{\\field{{\\*\\fldinst INCLUDEPICTURE "{0}"}}}}}}',
    "![x]({0}) [x]: {0} <{0}>",
)


class Named(NamedTuple):
    """Markup that names a resource, and by what it names it."""

    by: str
    markup: str


def each_by_itself(resource: str) -> Iterator[Named]:
    """Yields a page for each element, property, at-rule and other way that names the resource."""
    for element in ELEMENTS:
        yield Named(f"<{element}>", _with_all_attributes(element, resource))
    for property_ in PROPERTIES:
        yield Named(property_, _styled(property_, resource))
    for rule in AT_RULES:
        yield Named(rule, f"<style>{rule.format(resource)}</style><p>x</p>")
    for rel in _LINKED.split():
        yield Named(f"link {rel}", f'<link rel="{rel}" href="{resource}" as=image type="text/css"><p>x</p>')
    for whole in _WHOLE:
        yield Named(whole, whole.format(resource))


def all_in_one(resource: str) -> str:
    """Returns one page with all of them; those that hide the rest from a reader come last."""
    parts = list(each_by_itself(resource))
    hiding = ("<plaintext", "<script", "<title", "<xmp", "<textarea", "<noembed", "<noframes", "<iframe", "<template")
    parts.sort(key=lambda named: (named.by.startswith("<") and not named.by.endswith(">"), named.by.startswith(hiding)))
    return "\n".join(named.markup for named in parts)


def _with_all_attributes(element: str, resource: str) -> str:
    named = " ".join(f'{attribute}="{resource}"' for attribute in ATTRIBUTES)
    single = f"<{element} src='{resource}'>x</{element}>"
    return f"{single}<{element} {named} style='background-image:url({resource})'>x</{element}>"


def _styled(property_: str, resource: str) -> str:
    values = [function.format(resource) for function in _FUNCTIONS]
    inline = "".join(f"<p style='{property_}: {value.replace(chr(39), chr(34))}'>x</p>" for value in values)
    quoted = "".join(f'<td style="{property_}: {value.replace(chr(34), "&quot;")}">x' for value in values[:3])
    sheet = "".join(f"p, body, li::before {{ {property_}: {value} }}\n" for value in values)
    return f"<style>{sheet}</style>{inline}<table><tr>{quoted}</table>"
