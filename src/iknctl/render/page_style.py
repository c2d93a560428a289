"""The style sheet of the page: one column, both grounds, paper, and windows down to a small phone's."""

from iknctl.render.timeline.palette import DARK, LIGHT, Ground
from iknctl.render.timeline.strokes import FONTS


def style() -> str:
    return f":root{{{_inks(LIGHT)}}}@media screen and (prefers-color-scheme:dark){{:root{{{_inks(DARK)}}}}}{_RULES}"


def _inks(ground: Ground) -> str:
    return "".join(f"--{name}:{value};" for name, value in ground._asdict().items())


_RULES = f"""
:root{{color-scheme:light dark}}
*{{box-sizing:border-box}}
body{{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 {FONTS};overflow-wrap:anywhere}}
header,main,footer{{max-width:62rem;margin:0 auto;padding:0 1rem}}
header{{padding-top:2rem}}
main:focus{{outline:0}}
h1{{font-size:1.9rem;line-height:1.2;margin:0}}
h2{{font-size:1.4rem;line-height:1.25;margin:2.4rem 0 1rem;padding-top:1rem;border-top:1px solid var(--rule)}}
h3{{font-size:1.1rem;line-height:1.35;margin:1.8rem 0 .5rem}}
h2,h3{{scroll-margin-top:1rem}}
p,li,dd{{max-width:46rem}}
p,ul,dl{{margin:.5rem 0}}
ul{{padding-left:1.3rem}}
li{{margin:.25rem 0}}
header p,footer,dt{{color:var(--dim)}}
a{{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.15em}}
:focus-visible{{outline:3px solid var(--link);outline-offset:2px}}
:target{{text-decoration:underline;text-decoration-thickness:.15em;text-underline-offset:.2em}}
nav ul{{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0}}
nav li{{margin:0}}
.skip{{position:absolute;left:-99rem}}
.skip:focus{{left:1rem;top:.5rem;padding:.3rem .6rem;background:var(--paper)}}
figure{{margin:1rem 0}}
svg{{display:block;max-width:100%;height:auto}}
.narrow{{display:none}}
dl{{display:grid;grid-template-columns:minmax(6rem,11rem) 1fr;gap:.25rem 1.2rem}}
dt{{grid-column:1}}
dd{{grid-column:2;margin:0}}
table{{border-collapse:collapse;margin:.7rem 0;width:100%;table-layout:fixed}}
th:nth-child(-n+2){{width:11rem}}
th,td{{text-align:left;vertical-align:top;padding:.35rem 1.2rem .35rem 0;border-bottom:1px solid var(--rule)}}
thead th{{color:var(--dim);font-weight:400}}
tbody th{{font-weight:600}}
.phase{{display:inline-block;padding:0 .45em;border-radius:.2em}}
.flag{{border-left:.3rem solid var(--ink);padding-left:.8rem}}
footer{{margin-top:3rem;padding-bottom:3rem;font-size:.9rem}}
@media screen and (max-width:48rem){{
.wide{{display:none}}
.narrow{{display:block}}
.narrow svg{{width:100%;max-width:30rem}}
dl{{display:block}}
dd{{margin:0 0 .4rem}}
th,td{{padding-right:.7rem}}
th:nth-child(-n+2){{width:29%}}
}}
@media print{{
nav,.skip{{display:none}}
body{{font-size:10pt}}
a{{color:inherit}}
h2,h3{{break-after:avoid}}
li,tr,figure,.flag{{break-inside:avoid}}
.phase{{border:1px solid;background:none!important;color:inherit!important}}
}}
"""
