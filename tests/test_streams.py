"""Real pipes, devices and pseudo-terminals: what reaches them and what never does; files that answers are put in."""

import csv
import fcntl
import os
import pty
import re
import shlex
import shutil
import signal
import stat
import struct
import subprocess
import termios
from pathlib import Path

import pytest

from running import COMMAND, Ran, ask, default_signals, environment, run
from sound import broken

# One question of each kind that answers with text, and some in the language with the longer words.
QUESTIONS = [
    "phase 2036",
    "phase 2015..2050",
    "phase 1999",
    "phase",
    "phases",
    "show 1",
    "show 3",
    "goals",
    "goals smart city",
    "timeline",
    "timeline --all",
    "years --roadmap digital",
    "roadmaps",
    "about",
    "about master-plan",
    "conflicts --all",
    "sources",
    "phase 2036 --lang id",
    "phases --lang id",
    "timeline --all --lang id",
    "about --lang id",
    "conflicts --all --lang id",
    "sources --lang id",
]
BASH = shutil.which("bash") or ""
DEV_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
COLOUR = re.compile(r"\x1b\[[\d;]*m")
LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")


def shell(line: str, env: dict[str, str | None] | None = None, cwd: Path | None = None) -> Ran:
    """A line of bash in which `iknctl` is the command."""
    script = f'iknctl() {{ {shlex.join(COMMAND)} "$@"; }}\n{line}'
    return run("-c", script, env=env, cwd=cwd, command=[BASH])


def terminal(*args: str, columns: int = 80, env: dict[str, str | None] | None = None) -> str:
    """What a terminal that many columns wide receives, its line ends made plain."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    with subprocess.Popen(
        [*COMMAND, *args],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=environment({"TERM": "xterm-256color", **(env or {})}),
        start_new_session=True,
    ):
        os.close(theirs)
        received = b""
        while chunk := _chunk(ours):
            received += chunk
    os.close(ours)
    return received.decode().replace("\r\n", "\n")


def _chunk(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def plain(received: str) -> str:
    return LINK.sub("", COLOUR.sub("", received))


# --- Pipes and devices -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", ["years", "timeline --all", "years --format csv", "sources --json", "--help", "schema"]
)
def test_a_reader_who_has_seen_enough(command: str) -> None:
    answer = shell(f"iknctl {command} | head -n 1; echo ${{PIPESTATUS[0]}}")
    first, code = answer.stdout.splitlines()
    assert (first, code, answer.stderr) == (ask(*command.split()).stdout.splitlines()[0], "0", "")


@pytest.mark.parametrize("command", ["sources --json", "phase 2031 2036"])
def test_a_reader_who_never_came(command: str) -> None:
    answer = shell(f"iknctl {command} 2>&1 | true; echo ${{PIPESTATUS[0]}}")
    assert answer.stdout.strip() == ("2" if "2036" in command else "0")


@pytest.mark.parametrize(
    "command", ["phase 2031", "phase 2031 --json", "years -f csv", "--help", "--version", "schema"]
)
@pytest.mark.parametrize("sink", [">&-", pytest.param("> /dev/full", marks=DEV_FULL)])
def test_an_answer_that_cannot_be_written(command: str, sink: str) -> None:
    answer = shell(f"iknctl {command} {sink}")
    assert (answer.code, answer.stdout) == (4, "")
    if "--json" in command:
        assert answer.error["code"] == "unwritable-output"
    else:
        assert re.fullmatch(r"iknctl: the answer could not be written: [^\n]+\n", answer.stderr)


@pytest.mark.parametrize("sink", ["2>&-", pytest.param("2> /dev/full", marks=DEV_FULL)])
def test_an_error_that_cannot_be_written(sink: str) -> None:
    assert shell(f"iknctl phase 3 {sink}") == Ran(2, "", "")
    assert shell(f"iknctl phase 2031 >&- {sink}").code == 4


def test_a_closed_standard_input_is_not_missed() -> None:
    assert shell("iknctl phase 2036 <&-") == ask("phase", "2036")
    assert shell("iknctl phase 2036 --json <&-") == ask("phase", "2036", "--json")


def test_nothing_but_the_answer_is_on_standard_output() -> None:
    for question in QUESTIONS:
        assert ask(*question.split()).stderr == ""


# --- Surroundings ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("missing", ["HOME", "PATH", "LC_ALL", "TMPDIR"])
def test_little_is_needed_from_the_environment(missing: str) -> None:
    env = {missing: None}
    assert run("phase", "2031", "--json", env=env) == ask("phase", "2031", "--json")


def test_a_folder_that_has_been_deleted(tmp_path: Path) -> None:
    answer = shell("mkdir gone && cd gone && rmdir ../gone && iknctl phase 2031", cwd=tmp_path)
    assert answer == ask("phase", "2031")


def test_a_folder_that_nothing_can_be_written_to() -> None:
    proc = Path("/proc/self")
    if not proc.exists():
        pytest.skip("there is no /proc here")
    assert run("phase", "2031", cwd=proc) == ask("phase", "2031")
    assert run("phase", "2031", "-o", "answer.txt", cwd=proc).code == 4


# --- Characters and colours ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "POSIX"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "us-ascii"},
    ],
    ids=str,
)
@pytest.mark.parametrize("question", ["phase 2036", "timeline --all", "about --lang id", "phase 3"])
def test_ascii_where_nothing_else_can_be_shown(question: str, env: dict[str, str | None]) -> None:
    answer = run(*question.split(), env=env)
    assert answer.stdout.isascii()
    assert answer.stderr.isascii()
    assert "?" not in answer.stdout
    assert "\\u" not in answer.stdout + answer.stderr
    assert answer.code == ask(*question.split()).code
    wide = ask(*question.split()).stdout
    assert [len(line) for line in answer.stdout.splitlines()] == [len(line) for line in wide.splitlines()]


def test_ascii_draws_bars_of_its_own() -> None:
    drawn = run("timeline", env={"LC_ALL": "C"}).stdout
    assert re.search(r"^3 Agile government +2030-2039 .*=+#+$", drawn, re.MULTILINE)
    assert re.search(r"^Overlap 3 \+ 4 +2035-2039 [ |]*x+$", drawn, re.MULTILINE)
    assert drawn.count("! Overlap: ") == 1


def test_latin_1() -> None:
    answer = run("phase", "2036", env={"PYTHONIOENCODING": "latin-1"})
    text = answer.raw.decode("latin-1")
    assert "Phase 3 · Agile government · 2030-2039 · year 7 of 10" in text
    assert "?" not in text


@pytest.mark.parametrize("variable", ["LC_ALL=C", "PYTHONIOENCODING=latin-1", "PYTHONIOENCODING=utf-16"])
@pytest.mark.parametrize("form", ["json", "csv", "tsv"])
def test_what_programs_read_is_always_utf_8(form: str, variable: str) -> None:
    env: dict[str, str | None] = dict([variable.split("=")])
    answer = run("phase", "2036", "--format", form, env=env)
    assert answer == ask("phase", "2036", "--format", form)
    assert "–" in run("conflicts", "--format", form, env=env).stdout


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_control_code_without_a_terminal(question: str) -> None:
    written = ask(*question.split(), env={"TERM": "xterm-256color", "COLORTERM": "truecolor"}).stdout
    assert all(char.isprintable() or char == "\n" for char in written)
    assert not any(line != line.rstrip() for line in written.splitlines())


@pytest.mark.parametrize("question", ["phases", "timeline", "sources"])
def test_columns_do_not_wrap_what_no_terminal_shows(question: str) -> None:
    if question != "timeline":  # a chart has to be of some width
        assert ask(question, env={"COLUMNS": "40"}) == ask(question)
    assert max(map(len, ask("about", env={"COLUMNS": "40"}).stdout.splitlines())) > 100


def test_columns_tell_how_wide_a_chart_is() -> None:
    usual, wide = (ask("timeline", env={"COLUMNS": columns}).stdout for columns in ("80", "160"))
    assert usual == ask("timeline").stdout
    assert max(map(len, usual.partition("▼ today")[0].splitlines())) <= 80
    assert 80 < max(map(len, wide.partition("▼ today")[0].splitlines())) <= 160


def test_colours_on_a_terminal() -> None:
    received = terminal("phase", "2036")
    assert COLOUR.search(received)
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        without = terminal("phase", "2036", env=env)
        assert "\x1b" not in without
        assert without == plain(received)
    assert COLOUR.search(terminal("phase", "2036", env={"NO_COLOR": ""}))  # empty: as if not set


def test_colours_that_are_asked_for() -> None:
    assert COLOUR.search(run("phases", env={"FORCE_COLOR": "1"}).stdout)
    assert plain(run("phases", env={"FORCE_COLOR": "1"}).stdout) == ask("phases").stdout
    for env in ({"FORCE_COLOR": "0"}, {"FORCE_COLOR": ""}, {"FORCE_COLOR": "1", "NO_COLOR": "1"}):
        assert run("phases", env=env) == ask("phases")
    for form in ("json", "csv", "tsv", "markdown"):
        assert run("phases", "-f", form, env={"FORCE_COLOR": "1"}) == ask("phases", "-f", form)


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "markdown"])
def test_a_terminal_changes_nothing_in_what_programs_read(form: str) -> None:
    expected = ask("phases", "--format", form).stdout
    for columns in (20, 40, 400):
        assert terminal("phases", "--format", form, columns=columns) == expected


def test_json_is_the_same_everywhere() -> None:
    expected = ask("phase", "2036", "--json").stdout
    assert terminal("phase", "2036", "--json", columns=40, env={"FORCE_COLOR": "1"}) == expected
    for setting in ("IKNCTL_LANG=id", "LC_ALL=id_ID.UTF-8", "LC_ALL=C", "COLUMNS=30", "TZ=Asia/Jakarta"):
        assert run("phase", "2036", "--json", env=dict([setting.split("=")])).stdout == expected


def test_findings_are_lines_that_an_editor_reads() -> None:
    assert terminal("check", columns=40) == ask("check").stdout


def test_an_error_on_a_terminal_is_one_plain_line() -> None:
    assert terminal("phase", "3", columns=30) == ask("phase", "3").stderr


ODD = "[bold red]x[/] :smile: <b>y</b> `z` *a* _b_ | c, d {e} &amp; https://example.org"


@pytest.fixture
def odd(tmp_path: Path) -> str:
    """A data file with a name that would be markup to many a program."""
    file = tmp_path / "odd.yaml"
    file.write_bytes(broken("name: {en: First, id: Pertama}", f"name: {{en: '{ODD}', id: \"{ODD}\"}}"))
    return str(file)


def test_text_from_a_data_file_stays_text(odd: str) -> None:
    question = ("phases", "--data", odd)
    assert ODD in ask(*question).stdout
    assert ODD in plain(terminal(*question, columns=160))
    assert ask(*question, "--json").json["phases"][0]["name"]["en"] == ODD
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        lines = ask(*question, "-f", form).stdout.splitlines()
        assert next(csv.DictReader(lines, delimiter=delimiter))["name_en"] == ODD
    in_markdown = ask(*question, "-f", "markdown").stdout
    assert ODD not in in_markdown
    assert all(re.search(rf"\\{re.escape(sign)}", in_markdown) for sign in "[]<>`*_|{}")


def test_an_interrupt(tmp_path: Path) -> None:
    command = [*COMMAND, "annotate", "--column", "year", "--output", str(tmp_path / "out.csv")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
        preexec_fn=default_signals,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        process.stdin.write(b"year\n" + b"2031\n" * 100_000)  # more than a pipe holds: once this is through, it is read
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert b"Traceback" not in err
    assert list(tmp_path.iterdir()) == []


# --- Widths ----------------------------------------------------------------------------------------------------------


def words(text: str) -> set[str]:
    """What reads as a word or a number, without the signs around it."""
    return {word for word in (word.strip(":,.;()[]“”*") for word in text.split()) if re.search(r"\w", word)}


@pytest.mark.parametrize("columns", [40, 80, 160])
@pytest.mark.parametrize("question", QUESTIONS)
def test_a_terminal_of_any_width(question: str, columns: int) -> None:
    unwrapped = ask(*question.split()).stdout
    received = plain(terminal(*question.split(), columns=columns))
    for line in received.splitlines():
        assert len(line) <= columns or len(line.split()[-1]) > columns - 25, line  # an address, perhaps behind a label
    if "timeline" in question:  # how many years stand on the axis depends on its width
        received, unwrapped = (re.sub(r"\b20[2-4]\d\b(?!–)", "", text) for text in (received, unwrapped))
    assert words(received) == words(unwrapped)


# --- Files -----------------------------------------------------------------------------------------------------------


def test_a_new_file(tmp_path: Path) -> None:
    target = tmp_path / "answer.txt"
    assert ask("phase", "2036", "--output", str(target)) == Ran(0, "", "")
    assert target.read_text(encoding="utf-8") == ask("phase", "2036").stdout
    assert [each.name for each in tmp_path.iterdir()] == ["answer.txt"]
    umask = os.umask(0o022)
    os.umask(umask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o666 & ~umask


@pytest.mark.parametrize("form", ["table", "json", "csv", "markdown"])
def test_a_file_holds_the_same_bytes_whatever_the_locale(form: str, tmp_path: Path) -> None:
    target = tmp_path / "answer"
    for env in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}, {"FORCE_COLOR": "1"}, {"COLUMNS": "40"}):
        assert run("phases", "--format", form, "-o", str(target), env=env).code == 0
        assert target.read_bytes() == ask("phases", "--format", form).raw


def test_an_answer_that_is_empty_is_written_as_well(tmp_path: Path) -> None:
    target = tmp_path / "answer.json"
    assert ask("phase", "1999", "--json", "-o", str(target)) == Ran(1, "", "")
    assert '"phases": []' in target.read_text(encoding="utf-8")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_mode(mode: int, tmp_path: Path) -> None:
    target = tmp_path / "answer.txt"
    target.write_text("old")
    target.chmod(mode)
    assert ask("phase", "2031", "-o", str(target)).code == 0
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert target.read_text(encoding="utf-8").startswith("2031: Phase 3")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "answer.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    assert ask("phase", "2031", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("2031: Phase 3")
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["answer.txt", "elsewhere", "link.txt"]


def test_a_link_to_nothing_yet(tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "answer.txt")
    assert ask("phase", "2031", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert (tmp_path / "answer.txt").exists()


@pytest.mark.parametrize("where", ["missing/answer.txt", "", "file/answer.txt", "x" * 300])
def test_a_place_that_cannot_be_written_to(where: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    answer = ask("phase", "2031", "-o", str(tmp_path / where))
    assert (answer.code, answer.stdout) == (4, "")
    assert re.fullmatch(r"iknctl: [^\n]+ could not be written: [^\n]+\n", answer.stderr)
    error = ask("phase", "2031", "--json", "-o", str(tmp_path / where)).error
    assert error["code"] == "unwritable-output"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "old"


@DEV_FULL
def test_a_full_device() -> None:
    assert ask("phase", "2031", "-o", "/dev/full").code == 4
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_device_is_written_to_and_not_replaced() -> None:
    assert ask("phase", "2031", "-o", "/dev/null") == Ran(0, "", "")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    assert shell("iknctl phase 2031 -o /dev/stdout | cat").stdout == ask("phase", "2031").stdout


def test_a_full_disk_leaves_the_old_content(tmp_path: Path) -> None:
    target = tmp_path / "answer.json"
    target.write_text("old")
    answer = shell(f"ulimit -f 1; trap '' XFSZ; iknctl sources --json -o {shlex.quote(str(target))}")
    assert answer.code == 4
    assert target.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["answer.json"]


def test_a_wrong_question_leaves_the_old_content(tmp_path: Path) -> None:
    target = tmp_path / "answer.txt"
    target.write_text("old")
    for question in (["phase", "3"], ["show", "9"], ["phases", "--roadmap", "x"], ["phase", "2031", "--data", "/"]):
        assert ask(*question, "-o", str(target)).code in (2, 3)
        assert target.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["answer.txt"]


def test_a_terminal_does_not_shape_what_goes_to_a_file(tmp_path: Path) -> None:
    target = tmp_path / "answer.txt"
    assert terminal("sources", "-o", str(target), columns=40) == ""
    assert target.read_text(encoding="utf-8") == ask("sources").stdout


def test_text_that_begins_like_an_address_is_no_style(tmp_path: Path) -> None:
    file = tmp_path / "file.yaml"
    file.write_bytes(broken("publisher: Herald", "publisher: https://x.org blink bold red on yellow"))
    shown = run("sources", "herald", "--data", str(file), env={"FORCE_COLOR": "1"}).stdout
    assert "https://x.org blink bold red on yellow" in plain(shown)
    assert not re.search(r"\x1b\[[0-9;]*(?:5|31|43)[;m]", shown)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_end_in_the_middle_leaves_nothing_half_written(number: signal.Signals, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")
    command = [*COMMAND, "annotate", "-", "--column", "when", "--output", str(target)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), preexec_fn=default_signals
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"when\n" + b"2031\n" * 100_000)
        process.stdin.flush()
        while len(list(tmp_path.iterdir())) < 2:  # until the file beside the target is there
            assert process.poll() is None
        process.send_signal(number)
        assert process.wait(10) == 130
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
    assert target.read_text() == "old"


def test_the_file_in_the_making_is_nobody_elses(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine")
    planted = 'for i in $(seq 1 30); do ln -sf victim .x.$(($$ + i)); done; ln -sf victim .x.$$; exec "$@"'
    done = run("-c", planted, "sh", *COMMAND, "phase", "2031", "-o", "x", command=["/bin/sh"], cwd=tmp_path)
    assert done.code == 0
    assert (tmp_path / "victim").read_text() == "mine"
    assert not (tmp_path / "x").is_symlink()
    long = tmp_path / ("n" * 250)
    assert run("phase", "2031", "--output", str(long)).code == 0
    assert long.read_text()


@pytest.mark.parametrize("columns", ["0", "-1", "abc", "99999999999999999999", "100000"])
def test_any_number_of_columns(columns: str) -> None:
    done = run("timeline", env={"COLUMNS": columns})
    assert (done.code, done.stderr) == (0, "")
    assert max(map(len, done.stdout.splitlines())) <= 500


@pytest.mark.parametrize("words", [("check", ""), ("sources", "--roadmap", ""), ("phase", "--data", "")])
def test_an_empty_word_is_not_taken_for_none(words: tuple[str, ...]) -> None:
    assert ask(*words).code == 2


def test_a_folder_that_is_not_there_is_not_taken_for_a_file(tmp_path: Path) -> None:
    assert run("phase", "2031", "--output", f"{tmp_path}/sub/").code == 4
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("encoding", ["undefined", "idna", "utf-16", "cp1252"])
def test_any_encoding(encoding: str) -> None:
    done = run("phase", "1", env={"PYTHONIOENCODING": encoding})
    assert done.code == 2
    assert "Traceback" not in done.stderr
