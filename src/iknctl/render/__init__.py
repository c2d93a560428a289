"""From an answer to what is written: one module a format, each imported only when its format is asked for."""

from typing import Any

from iknctl.messages import Lang
from iknctl.model import Model


def render(answer: Any, model: Model | None, form: str, lang: Lang, surface: Any) -> str | bytes:
    """A command's answer in a format other than JSON: bytes where it is always UTF-8. Only `check` has no model."""
    from iknctl.render.wording import Wording, finding_lines

    if model is None:
        return "".join(f"{line}\n" for line in finding_lines(answer, lang, surface))
    wording = Wording(model, lang, surface.options)
    match form:
        case "csv" | "tsv":
            from iknctl.render.tabular import render

            return render(answer, "," if form == "csv" else "\t")
        case "markdown":
            from iknctl.render import markdown, views

            return markdown.render(views.view(answer, wording))
        case "html":
            from iknctl.render import html

            return html.render(answer, wording).encode()
        case "svg":
            from iknctl.render.timeline import svg

            return svg.draw(answer, wording, framed=True).encode()
        case "mermaid":
            from iknctl.render.timeline import mermaid

            return mermaid.draw(answer, wording)
    from iknctl.render import text

    return text.render(answer, wording, surface)
