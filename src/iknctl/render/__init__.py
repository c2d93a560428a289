"""From an answer to what is written: one module a format, each imported only when its format is asked for."""

from iknctl.answers.move import TimelineAnswer
from iknctl.answers.types import Answer
from iknctl.messages import Lang
from iknctl.model import Model
from iknctl.render.surface import Surface


def render(report: Answer, model: Model, form: str, lang: Lang, surface: Surface) -> str | bytes:
    """The answer in a format: bytes where the encoding is always UTF-8, text where it is the wording's."""
    match form:
        case "json":
            from iknctl.render import json

            return json.render(report)
        case "csv" | "tsv":
            from iknctl.render import delimited

            return delimited.render(report, "," if form == "csv" else "\t")
        case "markdown":
            from iknctl.render import markdown

            return markdown.render(report, model, lang)
        case "table":
            from iknctl.render import text

            return text.render(report, model, lang, surface)
        case "svg" if isinstance(report, TimelineAnswer):
            from iknctl.render.timeline import svg
            from iknctl.render.wording import Wording

            return svg.draw(report, Wording(model, lang), framed=True).encode()
        case "mermaid" if isinstance(report, TimelineAnswer):
            from iknctl.render.timeline import mermaid
            from iknctl.render.wording import Wording

            return mermaid.draw(report, Wording(model, lang))
        case "html":
            from iknctl.answers.page import PageAnswer
            from iknctl.render import html
            from iknctl.render.wording import Wording

            if isinstance(report, PageAnswer):
                return html.render(report, Wording(model, lang)).encode()
    raise ValueError(form)
