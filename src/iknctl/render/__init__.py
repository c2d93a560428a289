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
        case "svg" | "html" | "mermaid" if isinstance(report, TimelineAnswer):
            return _pictured(report, model, form, lang)
        case _:
            raise ValueError(form)


def _pictured(report: TimelineAnswer, model: Model, form: str, lang: Lang) -> str | bytes:
    """A timeline in a format that only timelines have; a picture and a page say of themselves that they are UTF-8."""
    match form:
        case "svg":
            from iknctl.render.timeline import svg

            return svg.render(report, model, lang).encode()
        case "html":
            from iknctl.render import html

            return html.render(report, model, lang).encode()
        case _:
            from iknctl.render.timeline import mermaid

            return mermaid.render(report, model, lang)
