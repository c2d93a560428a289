"""What can be wrong with a command: the exit code and the one line, for people in both languages and for scripts."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import iknctl
from iknctl.answers.schemas import SHAPES
from iknctl.cli.app import app
from iknctl.cli.argv import ALONE, FLAGS, VALUED
from iknctl.cli.registry import COMMANDS
from iknctl.messages.help import MESSAGES
from running import ROOT, Ran, ask, run

ERROR_SCHEMA: dict[str, Any] = ask("schema", "error").json


def failure(*words: str) -> Any:
    """The error object of a command that fails, after checking all that holds for every failure."""
    answer = ask(*words, "--json")
    assert answer.stdout == ""
    jsonschema.validate(json.loads(answer.stderr), ERROR_SCHEMA)
    error = answer.error
    for lang in ("en", "id"):
        plain = ask(*words, env={"IKNCTL_LANG": lang})
        assert (plain.code, plain.stdout) == (answer.code, "")
        at = error["location"]
        place = f"{at['file']}:{at['line']}:{at['column']}" if at and at["line"] else ""
        sentence = error["message"][lang] + (f"; {error['hint'][lang]}" if error["hint"] else "")
        # A suggested command repeats the options that were given.
        assert plain.stderr == f"iknctl: {place + ': ' if place else ''}{sentence.replace(' --json`', '`')}\n"
    return error


# What is wrong, its code, and what its English message and hint must mention.
USAGE = """
frobnicate | unknown-command | "frobnicate" | `iknctl --help`
tiemline | unknown-command | "tiemline" | `iknctl timeline --json`
31 | unknown-command | "31" | `iknctl --help`
show agil-goverment | unknown-phase | "agil-goverment" | did you mean `iknctl show agile-government --json`?
show 9 | unknown-phase | "9" | choose from 1 miniature-government, 2 shared-offices
show 5 --roadmap bappenas | unknown-phase | no stage "5" | choose from 1 core-city
goals --phase 2031 | unknown-phase | is a year, not a phase | `iknctl phase 2031 --json`
goals --all --phase 9 | unknown-phase | "9" | choose from 1, 2, 3, 4, 5
goals --all --phase agile-government | usage | is an id | `iknctl goals --all --phase 3 --json`
phases --roadmap zzz | unknown-roadmap | "zzz" | choose from digital, master-plan, portal, bappenas
phases --roadmap=digitl | unknown-roadmap | "digitl" | `iknctl phases --roadmap=digital --json`
about mater-plan | unknown-roadmap | "mater-plan" | `iknctl about master-plan --json`
sources nobody | unknown-source | "nobody" | `iknctl sources --json`
milestones --kind x | unknown-kind | "x" | choose from law, ruling, event, statement, target, postponed, projection
schema zzz | unknown-shape | "zzz" | choose from phase,
phase 2031 --zzz | unknown-option | --zzz | `iknctl phase --help`
phase 2031 -x | unknown-option | -x | `iknctl phase --help`
annotate nowhere.csv -c y --zzz | unknown-option | --zzz | `iknctl annotate --help` lists
--zzz phase 2031 | unknown-option | --zzz | `iknctl phase --help`
compare --roadmap portal | unknown-option | --roadmap | `iknctl phase --roadmap portal --json`
phase --data= 2031 | usage | --data needs a value | `iknctl phase --help`
phases --output= | usage | --output needs a value | `iknctl phases --help`
show | usage | PHASE is missing | for example: `iknctl show 3 --json`
show 3 4 | usage | "4" is an unexpected word | `iknctl show 3 --json`
timeline --all --roadmap portal | usage | --all and --roadmap | leave one out
goals --all --roadmap portal | usage | --all and --roadmap | leave one out
years --roadmap portal --all | usage | --all and --roadmap | leave one out
phase 31 | invalid-when | "31" | 2031
phase -2031 | invalid-when | "-2031" | 2031
phase 2031 -5 | invalid-when | "-5" |
compare 2036..2031 | invalid-when | "2036..2031" | 2031..2036
check --data /nowhere | unknown-option | --data |
"""


@pytest.mark.parametrize("line", USAGE.strip().splitlines())
def test_a_wrong_command(line: str) -> None:
    words, code, message, hint = (part.strip() for part in line.split("|"))
    error = failure(*words.split())
    assert ask(*words.split(), "--json").code == 2
    assert error["code"] == code
    assert message in error["message"]["en"]
    assert hint in (error["hint"] or {"en": ""})["en"]
    assert error["location"] is None


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("phase 2031 --format jsn", 'phase has no format "jsn"; did you mean `iknctl phase 2031 --format json`?'),
        ("phase 2031 --format pdf", 'phase has no format "pdf"; choose from table, json, csv, tsv, markdown'),
        (
            "phase 2031 -o x.png",
            'phase cannot write a file that ends in ".png"; choose from .txt, .json, .csv, .tsv, .md',
        ),
        ("show 3 -o x.CSV", 'show cannot write a file that ends in ".CSV"; choose from .txt, .json, .md'),
        ("phase 2031 --lang fr", 'there is no language "fr"; choose from en, id'),
        ("--lang ID phase 2031", 'there is no language "ID"; did you mean `iknctl --lang id phase 2031`?'),
        ("phase 2031 --format=", 'phase has no format ""; choose from table, json, csv, tsv, markdown'),
        ("timeline -f csv", 'timeline has no format "csv"; choose from table, json, svg, html, mermaid'),
        ("--format csv about", 'about has no format "csv"; choose from table, json, markdown'),
        ("phases --roadmap", "the option --roadmap needs a value; see `iknctl phases --help`"),
        ("phase 2031 -f", "the option -f needs a value; see `iknctl phase --help`"),
        ("--lang", "the option --lang needs a value; see `iknctl --help`"),
        ("--lang id", "perintahnya belum disebutkan; contoh: `iknctl phase 2031 --lang id`"),
        ("show 3 -f csv --lang id", 'show tidak memiliki format "csv"; pilihannya: table, json, markdown'),
        ("show --lang id", "FASE belum diisi; contoh: `iknctl show 3 --lang id`"),
    ],
)
def test_the_line_that_says_so(words: str, line: str) -> None:
    assert ask(*words.split()) == Ran(2, "", f"iknctl: {line}\n")


def test_two_formats() -> None:
    for words in ("phase 2031 -f csv --json", "--json --format=csv phase 2031", "phase 2031 -ftable --json"):
        assert ask(*words.split()).error["message"]["en"].startswith("--json and --format ")
    assert ask("phase", "2031", "--json", "-f", "json") == ask("phase", "2031", "--json")


def test_an_error_is_json_whenever_json_is_asked_for() -> None:
    for words in (
        "--json 2031",
        "2031 -fjson",
        "phases --json=1",
        "--format json",
        "phase 3 --format=json",
        "--json x",
    ):
        assert ask(*words.split()).error["code"], words
    assert ask("phase", "--", "--json").stderr.startswith("iknctl: ")  # behind two hyphens it is a word


def test_variables_that_choose() -> None:
    for env, words in [
        ({"LC_ALL": "id_ID.UTF-8"}, "tidak ada perintah"),
        ({"LC_ALL": None, "LANG": "id_ID"}, "tidak ada perintah"),
        ({"LC_ALL": None, "LC_MESSAGES": "id", "LANG": "en_US"}, "tidak ada perintah"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "id_ID"}, "there is no command"),
        ({"LC_ALL": "id_ID.UTF-8", "IKNCTL_LANG": "en"}, "there is no command"),
        ({"LC_ALL": "ido_XX"}, "there is no command"),
        ({"LC_ALL": None}, "there is no command"),
    ]:
        assert words in ask("frobnicate", env=env).stderr, env
    assert ask("phase", "2031", "--json", env={"IKNCTL_LANG": "fr"}).error["code"] == "unknown-language"
    for variable in ("IKNCTL_LANG", "IKNCTL_DATA", "IKNCTL_TODAY", "LC_ALL"):
        assert ask("phase", "2031", env={variable: ""}) == ask("phase", "2031")
    for value in ("tomorrow", "2031", "2031-13-01", "24-11-2026"):
        answer = ask("phase", "--json", env={"IKNCTL_TODAY": value})
        assert (answer.code, answer.stdout, answer.error["code"]) == (2, "", "invalid-today")


def test_where_options_may_stand() -> None:
    for before in ("--json", "--format json", "-f json", "-fjson", "--format=json", "--lang id --json"):
        for command in ("phase 2031", "show 3", "years --roadmap portal"):
            assert ask(*f"{before} {command}".split()) == ask(*command.split(), "--json"), before
    assert ask("--phase", "4", "goals", "--json") == ask("goals", "--phase", "4", "--json")
    assert ask("--lang=id", "phase", "2036") == ask("phase", "2036", "--lang", "id")
    assert ask("--", "phase", "2031") == ask("phase", "--", "2031") == ask("phase", "2031")
    assert ask("goals", "--", "--json").code == 1  # a text that no goal mentions


def test_every_option_is_known_to_the_splitting_of_words() -> None:
    import typer

    group: Any = typer.main.get_command(app)
    for command in [group, *(group.get_command(None, name) for name in COMMANDS)]:
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("-"):
                    known = VALUED if not parameter.is_flag else FLAGS if command is not group else ALONE
                    assert option in known, (command.name, option)


@pytest.mark.parametrize("lang", ["en", "id"])
def test_help(lang: str) -> None:
    bare = ask("--lang", lang, "--help")
    if lang == "en":
        assert ask() == ask("-h") == ask("help") == ask("--json", "--help") == bare
    usage, column = ("Usage", 0) if lang == "en" else ("Pemakaian", 1)
    assert bare.stdout.startswith(f"{usage}: iknctl ")
    for name in COMMANDS:
        own = ask(name, "-h", env={"IKNCTL_LANG": lang})
        assert (own.code, own.stderr) == (0, "")
        assert own == ask("help", name, "--lang", lang) or lang == "id"
        assert own.stdout.startswith(f"{usage}: iknctl {name} [")
        flowing = " ".join(own.stdout.split())
        for key in (f"help.{name}", f"help.details.{name}"):
            assert MESSAGES[key][column] in flowing
        assert re.search(rf"^  {name} +{re.escape(MESSAGES[f'help.{name}'][column][:20])}", bare.stdout, re.MULTILINE)
        assert all(len(line) <= 80 for line in own.stdout.splitlines() if not line.startswith("  iknctl "))
        other = {pair[1 - column] for pair in MESSAGES.values() if pair[0] != pair[1] and len(pair[0]) > 12}
        assert not any(text in flowing for text in other), name
    assert ask("--version") == ask("version") == Ran(0, f"iknctl {iknctl.__version__}\n", "")


def test_files_that_cannot_be_read() -> None:
    for words, named in {
        "phase 2031 --data /nowhere/at/all.yaml": "/nowhere/at/all.yaml",
        "phase 2031 --data /": "/",
        "check /dev/null": "/dev/null",
        f"sources x --data {__file__}": __file__,
    }.items():
        error = failure(*words.split())
        assert ask(*words.split()).code == 3
        assert error["code"] in ("unreadable-file", "invalid-data")
        assert error["location"]["file"] == named


def test_a_hint_asks_the_file_that_is_named(tmp_path: Path) -> None:
    """Its phases have other ids; its name has to be quoted, and is longer than a message shows."""
    sample = tmp_path / f"it's {'long ' * 20}.yaml"
    shutil.copy(ROOT / "tests" / "golden" / "sample.yaml", sample)
    for words in (("second",), ("phase", "second"), ("sources", "nobody"), ("show",), ("cari", "x"), ("phases", "2")):
        error = ask(*words, "--data", str(sample)).stderr
        (command,) = re.findall(r"`iknctl (.*)`", error)
        in_a_shell = run("-c", f"printf '%s\\n' {command}", command=["/bin/sh"]).stdout
        assert in_a_shell.endswith(f"--data\n{sample}\n")
    sample.write_text("schema: 1\n")
    error = ask("phase", "2031", "--data", str(sample)).stderr
    (command,) = re.findall(r"`iknctl (.*?)` (?:shows|lists)", error)
    listed = run("-c", f"printf '%s\\n' {command}", command=["/bin/sh"]).stdout
    assert listed == f"check\n{sample}\n"


@pytest.mark.parametrize("word", ["\x1b[31mred", "a\nb", "\x9b31m", "\u202e", "\u2028", "\udcff", "x" * 999, "\0", " "])
def test_nothing_in_a_word_reaches_the_terminal(word: str) -> None:
    before = "phase|show|goals|sources|about|phase --data|phase --format|phase --lang|check|timeline -o"
    for words in ["", *before.split("|")]:
        answer = ask(*words.split(), word + "/" * words.endswith("-o"))
        assert answer.code in (0, 1, 2, 3, 4)
        assert all(char.isprintable() or char == "\n" for char in answer.stdout + answer.stderr)
        assert answer.stderr.count("\n") <= 1
        if words in ("", "phase", "goals"):
            assert re.search(r"[\x00-\x09\x0b-\x1f\x7f]", "".join(ask(*words.split(), word, "--json")[1:])) is None


def test_a_bug_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for error, line in (
        (RuntimeError("a\nb"), "a bug in iknctl: RuntimeError: a\\nb; "),
        (RecursionError(), "a bug in iknctl: RecursionError: ; "),
        (MemoryError(), "the memory is used up; "),
    ):
        monkeypatch.setattr("iknctl.answers.build.phase", lambda *_, error=error: (_ for _ in ()).throw(error))
        answer = ask("phase", "2031")
        assert (answer.code, answer.stdout) == (4, "")
        assert answer.stderr.startswith(f"iknctl: {line}")
        assert answer.stderr.count("\n") == 1
        assert ask("phase", "2031", "--json").error["code"] == "internal"
    assert "Traceback" in ask("phase", "2031", env={"IKNCTL_TRACEBACK": "1"}).stderr
    monkeypatch.setattr("iknctl.cli.errors.suggested", lambda *_: 1 / 0)  # a bug in the telling
    assert ask("2031") == Ran(4, "", "iknctl: a bug in iknctl: ZeroDivisionError\n")


def test_usage_errors_that_typer_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever kind of them it raises, and however it is worded, none of its English is shown."""
    import typer

    class OtherKind(typer.TyperException):
        exit_code = 2

        def format_message(self) -> str:
            return "Invalid value for 'WHEN': Input should be a valid string"

    def raising(*_: object) -> None:
        raise OtherKind("Input should be")

    monkeypatch.setattr("iknctl.cli.commands.read_when", raising)
    assert ask("phase", "2031").stderr == "iknctl: the command could not be read; see `iknctl phase --help`\n"
    assert "tidak dapat dibaca" in ask("phase", "2031", "--lang", "id").stderr


def test_the_command_itself_fails_alike() -> None:
    for words in (("2031",), ("--json", "show", "2031")):
        assert run(*words) == ask(*words)


# --- Any words at all ---------------------------------------------------------------------------------------------

WORDS = [
    *COMMANDS,
    *"2031 2031..2036 31 3 4 99 17 Agustus today hari ini agile-government digital portal cari list target".split(),
    *"--json --lang en id fr --lang=id --format csv tsv markdown table text -f -fjson --format=json - --year".split(),
    *"--roadmap --roadmap=portal master-plan --data --data=/dev/null --data=/ --phase --all --strict -- --help".split(),
    *"--version --column --delimiter=; --kind smart city AI data error -1 -x --zzz --json=1 /dev/null --date".split(),
    *("", " ", "--output=/dev/null", "--output=/nowhere/x", "-o/dev/null", "-o-", "\udcff", "\x1b[0m", "a\nb", "٢٠٣١"),
]
# Not so many words that could name a file to write to or a shell to set up.
TEXT = st.text(max_size=12).filter(lambda text: not text.startswith(("-o", "--")))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS) | TEXT, max_size=6))
@example(words=["goals", "\udcff", "--json"])
@example(words=["--json", "phase", "--data", "\udcff"])
@example(words=["check", "\0", "--json"])
@example(words=["x" * 1_000_000])
@example(words=["phase", *["2031"] * 20_000])
def test_no_words_lead_to_a_traceback(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask(*words)
    assert answer.code in {0, 1, 2, 3, 4}
    assert "Traceback" not in answer.stdout + answer.stderr
    if answer.code >= 2 and answer.stderr:
        assert answer.stdout == "" or "check" in words  # a check answers with what is wrong
    if answer.stderr.startswith("{"):
        jsonschema.validate(json.loads(answer.stderr), ERROR_SCHEMA)
    else:
        assert answer.stderr == "" or re.fullmatch(r"iknctl: [^\n]+\n", answer.stderr)
        assert answer.stderr.rstrip("\n").isprintable()
    assert answer.code < 4 or "utput" in answer.stderr or "/" in "".join(words) or "\0" in "".join(words), answer
    assert "bug in iknctl" not in answer.stderr
    assert not list(tmp_path.iterdir()) or any(word.startswith(("-o", "--output")) for word in words)


def test_the_tests_read_the_source_that_runs() -> None:
    assert Path(iknctl.__file__).is_relative_to(ROOT) or "site-packages" in iknctl.__file__
    assert set(SHAPES) == {*COMMANDS, "error", "data"} - {"schema"}
