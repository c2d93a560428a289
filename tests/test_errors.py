"""What can be wrong with a command: the exit code and the one line, for people in both languages and for scripts."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import iknctl
from iknctl.cli.registry import COMMANDS
from running import ROOT, Ran, ask, run

ERROR_SCHEMA: dict[str, Any] = ask("schema", "error").json


def failure(*words: str) -> Any:
    """The error object of a command that fails, after checking all that holds for every failure."""
    answer = ask("--json", *words)
    assert answer.stdout == ""
    jsonschema.validate(json.loads(answer.stderr), ERROR_SCHEMA)
    error = answer.error
    for lang in ("en", "id"):
        plain = ask(*words, env={"IKNCTL_LANG": lang})
        assert (plain.code, plain.stdout) == (answer.code, "")
        at = error["location"]
        place = f"{at['file']}:{at['line']}:{at['column']}" if at and at["line"] else ""
        sentence = error["message"][lang] + (f"; {error['hint'][lang]}" if error["hint"] else "")
        assert plain.stderr == f"iknctl: {place + ': ' if place else ''}{sentence}\n"
    return error


# The words, the line in English, and the hint in Indonesian.
FIRST_WORDS = {
    "2031": ('there is no command "2031"; did you mean `iknctl phase 2031`?', "maksud Anda `iknctl phase 2031`?"),
    "2031 --json": (None, "maksud Anda `iknctl phase 2031`?"),
    "--json 2031": (None, "maksud Anda `iknctl phase 2031`?"),
    "2031 --lang en": ('there is no command "2031"; did you mean `iknctl phase 2031`?', None),
    "--lang en --format csv 2031": ('there is no command "2031"; did you mean `iknctl phase 2031`?', None),
    "2031..2036": (
        'there is no command "2031..2036"; did you mean `iknctl phase 2031..2036`?',
        "maksud Anda `iknctl phase 2031..2036`?",
    ),
    "17 Agustus 2031": (
        'there is no command "17 Agustus 2031"; did you mean `iknctl phase 17 Agustus 2031`?',
        "maksud Anda `iknctl phase 17 Agustus 2031`?",
    ),
    "hari ini": ('there is no command "hari ini"; did you mean `iknctl phase hari ini`?', None),
    "3": ('there is no command "3"; did you mean `iknctl show 3`?', "maksud Anda `iknctl show 3`?"),
    "phase 3": ('"3" is not a year; for phase 3: `iknctl show 3`', "untuk fase 3: `iknctl show 3`"),
    "phase agile-government": (
        '"agile-government" is not a year; for phase agile-government: `iknctl show agile-government`',
        "untuk fase agile-government: `iknctl show agile-government`",
    ),
    "phase 3 --roadmap master-plan": ('"3" is not a year; for stage 3: `iknctl show 3 --roadmap master-plan`', None),
    "show 2031": (
        '"2031" is a year, not a phase; for the phase of that year: `iknctl phase 2031`',
        "untuk fase pada tahun itu: `iknctl phase 2031`",
    ),
    "goals --phase 2031": (
        '"2031" is a year, not a phase; for the phase of that year: `iknctl phase 2031`',
        "untuk fase pada tahun itu: `iknctl phase 2031`",
    ),
    "phase 2031 2036": (
        '"2031 2036" holds more than one date; write one at a time; a range is 2031..2036',
        "tulis satu saja; rentang ditulis 2031..2036",
    ),
}


@pytest.mark.parametrize("words", FIRST_WORDS)
def test_first_words_that_people_try(words: str) -> None:
    english, indonesian = FIRST_WORDS[words]
    answer = ask(*words.split())
    assert (answer.code, answer.stdout) == (2, "")
    if english is None:
        assert answer.error["hint"]["id"] == indonesian
    else:
        assert answer.stderr == f"iknctl: {english}\n"
    if indonesian is not None:
        in_indonesian = ask(*words.split(), "--lang", "id").stderr
        assert indonesian in in_indonesian
        assert "did you mean" not in in_indonesian or "--json" in words
    if "--" not in words:
        failure(*words.split())


# What is wrong, its code, what its English message and its English hint must mention.
USAGE = [
    ("frobnicate", "unknown-command", '"frobnicate"', "`iknctl --help`"),
    ("phas", "unknown-command", '"phas"', "did you mean `iknctl phase`?"),
    ("goal", "unknown-command", '"goal"', "`iknctl goals`"),
    ("conflict", "unknown-command", '"conflict"', "`iknctl conflicts`"),
    ("tiemline", "unknown-command", '"tiemline"', "`iknctl timeline`"),
    ("PHASE 2031", "unknown-command", '"PHASE"', "`iknctl phase`"),
    ("-- 2031", "unknown-command", '"2031"', "`iknctl phase 2031`"),
    ("show agil-goverment", "unknown-phase", '"agil-goverment"', "did you mean agile-government?"),
    ("show agile", "unknown-phase", '"agile"', "agile-government"),
    ("show 9", "unknown-phase", '"9"', "choose from 1 miniature-government, 2 shared-offices"),
    ("show 0", "unknown-phase", '"0"', "choose from 1 "),
    ("show 03", "unknown-phase", '"03"', ""),
    ("show 5 --roadmap bappenas", "unknown-phase", 'no stage "5"', "choose from 1 "),
    ("goals --phase shared-office", "unknown-phase", '"shared-office"', "shared-offices"),
    ("phases --roadmap digitl", "unknown-roadmap", '"digitl"', "did you mean digital?"),
    ("phases --roadmap zzz", "unknown-roadmap", '"zzz"', "choose from digital, master-plan, portal, bappenas"),
    ("about mater-plan", "unknown-roadmap", '"mater-plan"', "did you mean master-plan?"),
    ("sources --roadmap bapenas", "unknown-roadmap", '"bapenas"', "bappenas"),
    ("years --roadmap x", "unknown-roadmap", '"x"', "choose from"),
    ("sources fajar", "unknown-source", '"fajar"', "did you mean fajar-2024-01-24?"),
    ("sources zzz", "unknown-source", '"zzz"', "`iknctl sources`"),
    ("schema phas", "unknown-shape", '"phas"', "phase"),
    ("schema zzz", "unknown-shape", '"zzz"', "choose from phase, "),
    ("phase 2031 --jsn", "unknown-option", "--jsn", "did you mean --json?"),
    ("phase 2031 --roadmp=digital", "unknown-option", "--roadmp", "--roadmap"),
    ("phase 2031 --zzz", "unknown-option", "--zzz", "`iknctl phase --help`"),
    ("phase 2031 -x", "unknown-option", "-x", "`iknctl phase --help`"),
    ("--phase 3 goals", "unknown-option", "--phase", "`iknctl goals … --phase`"),
    ("--all timeline", "unknown-option", "--all", "`iknctl timeline … --all`"),
    ("phase --data= 2031", "usage", "--data", "`iknctl phase --help`"),
    ("goals --output=", "usage", "--output", "`iknctl --help`"),
    ("agile-government", "unknown-command", '"agile-government"', "`iknctl show agile-government`"),
    ("31", "unknown-command", '"31"', "`iknctl --help`"),
    ("about --roadmap portal", "unknown-option", "--roadmap", "`iknctl about portal`"),
    ("years --all", "unknown-option", "--all", ""),
    ("--zzz phase 2031", "unknown-option", "--zzz", "`iknctl --help`"),
    ("phases --roadmap", "usage", "--roadmap needs a value", "`iknctl phases --help`"),
    ("phase 2031 -f", "usage", "-f needs a value", "`iknctl phase --help`"),
    ("--lang", "usage", "--lang needs a value", "`iknctl --help`"),
    ("phases --json=1", "usage", "--json takes no value", "`iknctl phases --help`"),
    ("show", "usage", "PHASE is missing", "iknctl show 3"),
    ("show 3 4", "usage", '"4"', "iknctl show 3"),
    ("phases extra", "usage", '"extra"', "iknctl phases"),
    ("sources a b", "usage", '"b"', "iknctl sources"),
    ("timeline --all --roadmap portal", "usage", "--all and --roadmap", "leave one out"),
    ("conflicts --roadmap portal --all", "usage", "--all and --roadmap", "leave one out"),
    ("phase 31", "invalid-when", '"31"', "2031"),
    ("phase 2031-13", "invalid-when", "13", ""),
    ("phase -2031", "invalid-when", '"-2031"', "2031"),
    ("phase -- -2031", "invalid-when", '"-2031"', "2031"),
    ("phase 2031 -5", "invalid-when", '"-5"', ""),
    ("phase 2036..2031", "invalid-when", '"2036..2031"', "2031..2036"),
    ("phase tomorrow", "invalid-when", '"tomorrow"', ""),
]


@pytest.mark.parametrize(("words", "code", "message", "hint"), USAGE)
def test_a_wrong_command(words: str, code: str, message: str, hint: str) -> None:
    error = failure(*words.split())
    assert ask(*words.split()).code == 2
    assert error["code"] == code
    assert message in error["message"]["en"]
    assert hint in (error["hint"] or {"en": ""})["en"]
    assert error["location"] is None


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("phase 2031 --format jsn", 'phase has no format "jsn"; did you mean json?'),
        ("phase 2031 --format xml", 'phase has no format "xml"; choose from table, json, csv, tsv, markdown'),
        ("phase 2031 --format=", 'phase has no format ""; choose from table, json, csv, tsv, markdown'),
        ("phase 2031 -f JSON", 'phase has no format "JSON"; did you mean json?'),
        ("show 3 -f csv", 'show has no format "csv"; choose from table, json, markdown'),
        ("check -f table", 'check has no format "table"; choose from text, json'),
        ("--format csv about", 'about has no format "csv"; choose from table, json, markdown'),
        ("phase 2031 --lang fr", 'there is no language "fr"; choose from en, id'),
        ("phase 2031 --lang e", 'there is no language "e"; did you mean en?'),
        ("phase 2031 --lang ID", 'there is no language "ID"; did you mean id?'),
        ("phase 2031 --lang=", 'there is no language ""; choose from en, id'),
        ("--lang fr phase 2031", 'there is no language "fr"; choose from en, id'),
    ],
)
def test_a_format_or_a_language_that_is_not_there(words: str, line: str) -> None:
    assert ask(*words.split()) == Ran(2, "", f"iknctl: {line}\n")


def test_a_format_that_is_not_there_in_indonesian() -> None:
    assert ask("show", "3", "-f", "csv", "--lang", "id").stderr == (
        'iknctl: show tidak memiliki format "csv"; pilihannya: table, json, markdown\n'
    )


def test_a_language_in_the_environment_that_is_not_there() -> None:
    answer = ask("phase", "2031", "--json", env={"IKNCTL_LANG": "fr"})
    assert (answer.code, answer.error["code"]) == (2, "unknown-language")


@pytest.mark.parametrize("variable", ["IKNCTL_LANG", "IKNCTL_DATA", "IKNCTL_TODAY", "LC_ALL"])
def test_an_empty_variable_is_as_good_as_none(variable: str) -> None:
    assert ask("phase", "2031", env={variable: ""}) == ask("phase", "2031")


@pytest.mark.parametrize("words", ["--format json", "--json", "-fjson --lang id"])
def test_options_without_a_command(words: str) -> None:
    error = ask(*words.split()).error
    assert error["code"] == "usage"
    assert error["hint"]["en"] == f"for example: `iknctl phase 2031 {words}`"


@pytest.mark.parametrize("words", [("phase", ""), ("phase", " "), ("",), ("show", ""), ("sources", ""), ("schema", "")])
def test_an_empty_word(words: tuple[str, ...]) -> None:
    failure(*words)
    assert ask(*words).code == 2


@pytest.mark.parametrize("named", [("--format", "csv"), ("-f", "csv"), ("-fcsv",), ("--format=csv",), ("-f", "table")])
@pytest.mark.parametrize("before", [False, True])
def test_json_and_another_format_are_an_error(named: tuple[str, ...], before: bool) -> None:
    words = ("--json", *named, "phase", "2031") if before else ("phase", "2031", *named, "--json")
    answer = ask(*words)
    assert (answer.code, answer.stdout, answer.error["code"]) == (2, "", "usage")
    assert "--json" in answer.error["message"]["en"]


def test_json_twice_is_json() -> None:
    assert ask("phase", "2031", "--json", "--format", "json") == ask("phase", "2031", "--json", "--json")


@pytest.mark.parametrize(
    "before",
    [("--json",), ("--format", "json"), ("-f", "json"), ("-fjson",), ("--format=json",), ("--lang", "id", "--json")],
    ids=" ".join,
)
@pytest.mark.parametrize("command", [("phase", "2031"), ("show", "3"), ("years", "--roadmap", "portal")], ids=" ".join)
def test_options_may_stand_before_the_command(before: tuple[str, ...], command: tuple[str, ...]) -> None:
    assert ask(*before, *command) == ask(*command, "--json")


@pytest.mark.parametrize("before", [("--lang", "id"), ("--lang=id",)], ids=" ".join)
def test_the_language_may_stand_before_the_command(before: tuple[str, ...]) -> None:
    assert ask(*before, "phase", "2036") == ask("phase", "2036", "--lang", "id")
    assert "maksud Anda" in ask(*before, "2031").stderr
    assert "maksud Anda" in ask(*before, "phase", "2031", "--jsn").stderr


@pytest.mark.parametrize("help_option", ["--help", "-h"])
def test_help_whatever_stands_before_it(help_option: str) -> None:
    bare = ask()
    assert (bare.code, bare.stderr) == (0, "")
    assert bare.stdout.startswith("Usage: iknctl ")
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", bare.stdout, re.MULTILINE)
        own = ask(name, help_option)
        assert (own.code, own.stderr) == (0, "")
        assert own.stdout.startswith(f"Usage: iknctl {name} ")
    for before in ((), ("--json",), ("--lang", "id")):
        assert ask(*before, help_option) == bare


def test_the_version() -> None:
    assert ask("--version") == Ran(0, f"iknctl {iknctl.__version__}\n", "")


def test_a_format_that_only_others_have_is_no_slip_of_the_hand() -> None:
    assert ask("timeline", "--format", "csv").stderr.endswith("choose from table, json, svg, html, mermaid\n")
    assert ask("goals", "--format", "svg").stderr.endswith("choose from table, json, csv, tsv, markdown\n")


@pytest.mark.parametrize(
    ("words", "as_if"),
    [
        (("phase", "--", "2031"), ("phase", "2031")),
        (("--", "phase", "2031"), ("phase", "2031")),
        (("phase", "--json", "--", "2031"), ("phase", "2031", "--json")),
        (("--json", "--", "phase", "2031"), ("phase", "2031", "--json")),
        (("goals", "--", "smart", "city"), ("goals", "smart", "city")),
        (("show", "--", "3"), ("show", "3")),
    ],
)
def test_two_hyphens_end_the_options(words: tuple[str, ...], as_if: tuple[str, ...]) -> None:
    assert ask(*words) == ask(*as_if)


def test_behind_two_hyphens_nothing_is_an_option() -> None:
    assert '"--json"' in ask("phase", "--", "--json").stderr  # a line for people, about a word that is no date
    assert ask("goals", "--", "--json").code == 1


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("phase", "2031", "--data", "/nowhere/at/all.yaml"), "/nowhere/at/all.yaml"),
        (("phase", "2031", "--data", "/"), "/"),
        (("phase", "2031", "--data", "/dev/null"), "/dev/null"),
        (("check", "/nowhere/at/all.yaml"), "/nowhere/at/all.yaml"),
        (("check", "/"), "/"),
        (("sources", "x", "--data", __file__), __file__),
    ],
)
def test_a_file_that_cannot_be_read(words: tuple[str, ...], reason: str) -> None:
    error = failure(*words)
    assert ask(*words).code == 3
    assert error["code"] in ("unreadable-file", "invalid-data")
    assert reason in error["location"]["file"]


@pytest.mark.parametrize("value", ["tomorrow", "2031", "2031-13-01", "24-11-2026"])
def test_a_today_that_is_no_day(value: str) -> None:
    answer = ask("phase", "--json", env={"IKNCTL_TODAY": value})
    assert (answer.code, answer.stdout, answer.error["code"]) == (2, "", "invalid-today")


def test_the_locale_chooses_the_language_of_an_error() -> None:
    for env, words in [
        ({"LC_ALL": "id_ID.UTF-8"}, "tidak ada perintah"),
        ({"LC_ALL": None, "LANG": "id_ID"}, "tidak ada perintah"),
        ({"LC_ALL": None, "LC_MESSAGES": "id", "LANG": "en_US"}, "tidak ada perintah"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "id_ID"}, "there is no command"),
        ({"LC_ALL": "id_ID.UTF-8", "IKNCTL_LANG": "en"}, "there is no command"),
        ({"LC_ALL": None}, "there is no command"),
    ]:
        assert words in ask("frobnicate", env=env).stderr


@pytest.mark.parametrize(
    "word", ["\x1b[31mred", "a\nb", "a\rb", "\x07", "\x9b31m", "\u202e", "\u2028", "\udcff", "x" * 999]
)
def test_nothing_in_a_word_reaches_the_terminal(word: str) -> None:
    for words in [(word,), ("phase", word), ("show", word), ("goals", word), ("sources", word), ("about", word)]:
        assert re.search(r"[\x00-\x09\x0b-\x1f\x7f]", "".join(ask(*words, "--json")[1:])) is None
        for more in ((), ("-f", "markdown")):
            answer = ask(*words, *more)
            assert answer.code in (0, 1, 2)
            assert all(char.isprintable() or char == "\n" for char in answer.stdout + answer.stderr)
            assert answer.stderr.count("\n") <= 1
    for words in [("phase", "--data", word), ("phase", "--lang", word), ("phase", "--format", word), ("check", word)]:
        for more in ((), ("--json",)):
            answer = ask(*words, *more)
            assert answer.code in (2, 3)
            assert all(char.isprintable() or char == "\n" for char in answer.stderr)


def test_a_fault_of_ours_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("a\nb")

    monkeypatch.setattr("iknctl.answers.build.phase", broken)
    answer = ask("phase", "2031")
    assert (answer.code, answer.stdout) == (4, "")
    assert answer.stderr.startswith("iknctl: something went wrong inside iknctl: RuntimeError: a\\nb; ")
    assert answer.stderr.count("\n") == 1
    assert ask("phase", "2031", "--json").error["code"] == "internal"
    assert "Traceback" in ask("phase", "2031", env={"IKNCTL_TRACEBACK": "1"}).stderr


def test_the_command_itself_fails_alike() -> None:
    for words in (("2031",), ("phase", "3"), ("--json", "show", "2031"), ("show",), ("phase", "2031", "--jsn")):
        assert run(*words) == ask(*words)


# --- Any words at all ---------------------------------------------------------------------------------------------

WORDS = [
    *COMMANDS,
    *"2031 2036 2031..2036 31 3 4 99 2031-13 17 Agustus today hari ini agile-government digital portal fajar".split(),
    *"--json --lang en id fr --lang=id --format csv tsv markdown table text -f -fjson --format=json -".split(),
    *"--roadmap --roadmap=portal master-plan --data --data=/dev/null --data=/ --phase --all --strict -- --help".split(),
    *"--version --column --delimiter --delimiter=; smart city AI data error -1 -x --zzz --json=1 /dev/null".split(),
    *("", " ", "--output=/dev/null", "--output=/nowhere/x", "-o/dev/null", "\udcff", "\x1b[0m", "a\nb", "٢٠٣١"),
]
# Not so many words that could name a file to write to or a shell to set up.
TEXT = st.text(st.characters(exclude_characters="\0"), max_size=12).filter(
    lambda text: not text.startswith(("-o", "--"))
)


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from(WORDS) | TEXT, max_size=6))
@example(words=["phase", "--lang", "e"])
@example(words=["goals", "\udcff", "--json"])
@example(words=["--json", "phase", "--data", "\udcff"])
@example(words=["check", "\udcff", "--json"])
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
    assert answer.code < 4 or "output" in answer.stderr or "/nowhere" in "".join(words), answer


def test_the_tests_read_the_source_that_runs() -> None:
    assert Path(iknctl.__file__).is_relative_to(ROOT) or "site-packages" in iknctl.__file__
