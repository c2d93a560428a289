"""Real pipes, devices, descriptors and terminals: what reaches them and what never does; files for answers."""

import csv
import errno
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
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from iknctl.cli.registry import COMMANDS, ENDINGS
from iknctl.errors import Exit
from iknctl.render.timeline.palette import Surface
from running import COMMAND, ROOT, Ran, ask, default_signals, environment, run
from sound import broken

# One question of each kind that answers with text, and some in the language with the longer words.
QUESTIONS = """phase 2015..2050|phase 1999|phases --lang id|show 1|goals smart city|timeline --all --lang id
years|roadmaps|about --lang id|conflicts --all|sources""".replace("\n", "|").split("|")
BASH = shutil.which("bash") or ""
COLOUR = re.compile(r"\x1b\[[\d;]*m")
LINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")
ROOT_USER = os.geteuid() == 0


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


def test_a_reader_who_has_seen_enough() -> None:
    answer = shell(
        "iknctl sources --json | head -n 1; echo ${PIPESTATUS[0]}; iknctl --help | true; echo ${PIPESTATUS[0]}"
    )
    assert (answer.stdout, answer.stderr) == ("{\n0\n0\n", "")
    answer = shell("iknctl sources -f csv -o /dev/stdout | true; echo ${PIPESTATUS[0]}; iknctl phase 3 2>&1 | true")
    assert (answer.stdout, answer.stderr) == ("0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_an_answer_that_cannot_be_written() -> None:
    for command, sink in (
        ("phase 2031", ">&-"),
        ("years -f csv", "> /dev/full"),
        ("--help", ">&-"),
        ("schema", ">/dev/full"),
    ):
        answer = shell(f"iknctl {command} {sink}")
        assert (answer.code, answer.stdout) == (4, "")
        assert re.fullmatch(r"iknctl: the answer could not be written: [^\n]+\n", answer.stderr)
    assert shell("iknctl phase 2031 --json >&-").error["code"] == "unwritable-output"
    assert shell("iknctl phase 3 2> /dev/full") == Ran(2, "", "")
    assert ask("phase", "2031", "-o", "/dev/full").code == 4
    assert ask("phase", "2031", "-o", "/dev/null") == Ran(0, "", "")
    for device in ("/dev/full", "/dev/null"):
        assert stat.S_ISCHR(Path(device).stat().st_mode)


def test_a_missing_descriptor_is_given_to_no_file(tmp_path: Path) -> None:
    rows = "printf 'id,day\\n1,xx\\n'"
    for closed in ("2>&-", "2>&- >&-"):
        assert shell(f"{rows} | iknctl annotate -c day -o out.csv {closed}", cwd=tmp_path).code == 1
        assert (tmp_path / "out.csv").read_text() == "id,day,phases,overlap\n1,xx,,\n"
    assert shell("iknctl phase 2036 --json <&-") == ask("phase", "2036", "--json")
    assert shell("iknctl phase 2036 -o out.txt <&- >&- 2>&-", cwd=tmp_path) == Ran(0, "", "")
    assert (tmp_path / "out.txt").read_text() == ask("phase", "2036").stdout
    reading = shell("iknctl annotate -c day <&-")
    assert (reading.code, reading.stdout) == (3, "")
    assert reading.stderr.startswith("iknctl: standard input is closed; ")
    assert shell("iknctl phase 2031 -o /dev/stdout >&-").code == 4


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="there is no /proc here")
def test_a_descriptor_by_any_of_its_names_is_written_to(tmp_path: Path) -> None:
    """What stands in the file before and behind stays."""
    (tmp_path / "link").symlink_to("/dev/stdout")
    (tmp_path / "other").symlink_to("link")
    (tmp_path / "fds").symlink_to("/proc/self/fd")
    answer = ask("phase", "2031", "-f", "csv").stdout
    names = "/dev/stdout /dev/fd/1 /proc/self/fd/1 /proc/thread-self/fd/1 ./link other fds/1 /dev/../dev/stdout".split()
    script = "".join(f"iknctl phase 2031 -f csv -o {name}; echo {name};" for name in names)
    done = shell(
        f"echo old > log; {{ {script} }} >> log; echo old > file; {{ echo before; {script} }} > file", cwd=tmp_path
    )
    assert (done.code, done.stdout, done.stderr) == (0, "", "")
    body = "".join(f"{answer}{name}\n" for name in names)
    assert (tmp_path / "log").read_text() == f"old\n{body}"
    assert (tmp_path / "file").read_text() == f"before\n{body}"
    script = "iknctl phase 2031 -f csv -o /dev/fd/3; echo behind >&3; iknctl phase 2031 -f csv -o /dev/stderr"
    done = shell(f"{{ echo before >&3; {script}; }} 3> third", cwd=tmp_path)
    assert (tmp_path / "third").read_text() == f"before\n{answer}behind\n"
    assert (done.stdout, done.stderr) == ("", answer)
    # Another process's may be ours too; where it is not, to open it anew could spoil what that process writes.
    script = "iknctl phase 2031 -f csv -o /proc/$$/fd/1"
    done = shell(f"exec > file; echo before; {script}; echo behind; ({script} > /dev/null); echo $?", cwd=tmp_path)
    assert (tmp_path / "file").read_text() == f"before\n{answer}behind\n4\n"
    assert "`" not in done.stderr
    assert ask("phase", "2031", "-o", "/dev/fd/99").code == ask("phase", "2031", "-o", "/dev/fd/999999999").code == 4
    assert sorted(each.name for each in tmp_path.iterdir()) == ["fds", "file", "link", "log", "other", "third"]


def test_a_name_through_a_folder_that_is_missing_leads_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, behind in (("a", "missing/../a"), ("b", "no/../c"), ("c", "no/../b"), ("me", "me")):
        Path(name).symlink_to(behind)
    shutil.copy(ROOT / "data" / "phases.yaml", "my.yaml")
    kept = Path("my.yaml").read_bytes()
    os.mkfifo("pipe")
    for to in ("a", "b", "no/../me", "no/../me/x", "no/../my.yaml", "no/../pipe", "me/x"):
        for lang in ("en", "id"):
            ran = ask("phases", "--data", "my.yaml", "-f", "csv", "-o", to, "--lang", lang)
            assert (ran.code, ran.stdout, ran.stderr.count("\n")) == (Exit.FAILED, "", 1), to
            assert "bug" not in ran.stderr
    assert Path("my.yaml").read_bytes() == kept
    assert stat.S_ISFIFO(Path("pipe").stat().st_mode)


def test_a_full_pipe_does_not_hold_up_an_interrupt() -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    with suppress(BlockingIOError):
        while os.write(writing, b"x" * 4096):
            pass
    os.set_blocking(writing, True)
    with subprocess.Popen(
        [*COMMAND, "phase", "2031", "--json"], stdout=writing, env=environment(), preexec_fn=default_signals
    ) as command:
        time.sleep(1)  # by now it waits for somebody to read
        command.send_signal(signal.SIGINT)
        assert command.wait(timeout=5) == Exit.INTERRUPTED
    os.close(reading)
    os.close(writing)


def test_a_data_file_whose_name_cannot_be_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("\udcff.yaml", "\x1b[31m.yaml"):
        shutil.copy(ROOT / "data" / "phases.yaml", name)
        for form in ("table", "markdown"):
            assert ask("goals", "smart", "--data", name, "-f", form, "-o", "x").code == Exit.ANSWERED
            assert "`iknctl goals smart --roadmap master-plan --data FILE`" in Path("x").read_text()


def test_a_guess_reads_no_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("rows.csv")  # whoever opens it waits for a writer
    for line in ("annotate rows.csv -c day --fron csv", "annotat rows.csv -c day", "annotate rows.csv -c day extra"):
        assert run(*line.split(), cwd=tmp_path).code == Exit.USAGE


def test_a_pipe_by_name(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    done = shell("cat pipe & iknctl phase 2031 -f csv -o pipe; wait", cwd=tmp_path)
    assert done == ask("phase", "2031", "-f", "csv")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_interrupts_leave_nothing_half_written(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")
    command = [*COMMAND, "annotate", "-", "--column", "when", "--output", str(target)]
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        with subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
            preexec_fn=default_signals,
        ) as process:
            assert process.stdin is not None
            process.stdin.write(b"when\n" + b"2031\n" * 100_000)
            process.stdin.flush()
            while len(list(tmp_path.iterdir())) < 2:  # until the temporary file is there
                assert process.poll() is None
            (beside,) = (each for each in tmp_path.iterdir() if each != target)
            assert stat.S_IMODE(beside.stat().st_mode) == 0o600
            process.send_signal(number)
            assert process.communicate(timeout=10)[1] == b""
            assert process.returncode == 130
        assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]
        assert target.read_text() == "old"


# --- Characters and colours ------------------------------------------------------------------------------------------


def test_ascii_where_nothing_else_can_be_shown() -> None:
    for question, env in (
        ("phase 2036", {"LC_ALL": "C"}),
        ("timeline --all", {"LC_ALL": "POSIX"}),
        ("about --lang id", {"PYTHONIOENCODING": "us-ascii"}),
        ("phase 3 --lang id", {"LC_ALL": "C"}),
    ):
        answer = run(*question.split(), env=env)
        assert (answer.stdout + answer.stderr).isascii()
        assert not re.search(r"\?(?!\n)|\\u", answer.stdout + answer.stderr)
        wide = ask(*question.split())
        assert answer.code == wide.code
        assert [len(line) for line in answer.stdout.splitlines()] == [len(line) for line in wide.stdout.splitlines()]
    text = run("phase", "2036", env={"PYTHONIOENCODING": "latin-1"}).raw.decode("latin-1")
    assert "Phase 3 · Agile government · 2030-2039 · year 7 of 10" in text


def test_what_programs_read_is_utf_8_whatever_the_surroundings(tmp_path: Path) -> None:
    expected = {form: ask("conflicts", "-f", form) for form in ("json", "csv", "tsv")}
    assert all("–" in answer.stdout for answer in expected.values())
    for form, setting in (
        ("csv", "LC_ALL=C"),
        ("tsv", "PYTHONIOENCODING=utf-16"),
        ("json", "PYTHONIOENCODING=undefined"),
    ):
        assert run("conflicts", "-f", form, env=dict([setting.split("=")])) == expected[form]
    for (
        setting
    ) in "IKNCTL_LANG=id LC_ALL=id_ID.UTF-8 COLUMNS=30 TZ=Asia/Jakarta FORCE_COLOR=1 TERM=xterm NO_COLOR=1".split():
        for form, answer in expected.items():
            assert ask("conflicts", "-f", form, env=dict([setting.split("=")])) == answer
    for setting in ("LC_ALL=C", "PYTHONIOENCODING=latin-1", "FORCE_COLOR=1", "COLUMNS=40"):
        assert ask("phases", "-o", str(tmp_path / "x"), env=dict([setting.split("=")])).code == 0
        assert (tmp_path / "x").read_bytes() == ask("phases").raw


@pytest.mark.parametrize("encoding", ["undefined", "idna", "utf-16"])
def test_an_encoding_that_is_the_user_s_to_mend(encoding: str) -> None:
    done = run("phase", "2036", "--lang", "id", env={"PYTHONIOENCODING": encoding})
    wrong = encoding in ("undefined", "idna")
    assert (done.code, "PYTHONIOENCODING" in done.stderr) == (0, wrong)
    assert done.stderr.count("\n") == wrong
    assert not wrong or (done.stdout.isascii() and "Fase 3" in done.stdout)


def test_no_control_code_without_a_terminal() -> None:
    for question in QUESTIONS:
        written = ask(*question.split(), env={"TERM": "xterm-256color", "COLORTERM": "truecolor"})
        assert written.stderr == ""
        assert all(char.isprintable() or char == "\n" for char in written.stdout)
        assert not any(line != line.rstrip() for line in written.stdout.splitlines())
        if "timeline" not in question:  # a chart has to be of some width
            assert ask(*question.split(), env={"COLUMNS": "40"}).stdout == written.stdout


def test_columns_tell_how_wide_a_chart_is() -> None:
    usual, wide = (ask("timeline", env={"COLUMNS": columns}).stdout for columns in ("80", "160"))
    assert usual == ask("timeline").stdout
    assert max(map(len, usual.partition("▼ today")[0].splitlines())) <= 80
    assert 80 < max(map(len, wide.partition("▼ today")[0].splitlines())) <= 160
    for columns in ("0", "-1", "abc", "99999999999999999999", "100000"):
        done = ask("timeline", env={"COLUMNS": columns})
        assert (done.code, done.stderr) == (0, "")
        assert max(map(len, done.stdout.splitlines())) <= 500


def test_colours() -> None:
    received = terminal("phase", "2036")
    assert COLOUR.search(received)
    for env in ({"NO_COLOR": "1"}, {"TERM": "Unknown"}):
        assert terminal("phase", "2036", env=env) == plain(received)
    forced = ask("phases", env={"FORCE_COLOR": "1"}).stdout
    assert COLOUR.search(forced)
    assert plain(forced) == ask("phases").stdout
    assert ask("phases", env={"FORCE_COLOR": "1", "NO_COLOR": ""}).stdout == forced  # empty: as if not set
    for setting in ("FORCE_COLOR=0", "FORCE_COLOR=", "NO_COLOR=1", "TERM=dumb"):
        assert ask("phases", env={"FORCE_COLOR": "1", **dict([setting.split("=")])}) == ask("phases")


def test_a_terminal_changes_nothing_in_what_programs_read() -> None:
    for words in ("phases -f csv", "phase 3"):
        answer = ask(*words.split())
        assert terminal(*words.split(), columns=30) == answer.stdout + answer.stderr


ODD = "[bold red]x[/] :smile: <b>y</b> `z` *a* _b_ | c, d {e} &amp; https://example.org blink on yellow"


def test_text_from_a_data_file_stays_text(tmp_path: Path) -> None:
    file = tmp_path / "odd.yaml"
    file.write_bytes(broken("name: {en: First, id: Pertama}", f"name: {{en: '{ODD}', id: \"{ODD}\"}}"))
    question = ("phases", "--data", str(file))
    assert ODD in ask(*question).stdout
    assert ODD in plain(ask(*question, env={"FORCE_COLOR": "1"}).stdout)
    assert ask(*question, "--json").json["phases"][0]["name"]["en"] == ODD
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        lines = ask(*question, "-f", form).stdout.splitlines()
        assert next(csv.DictReader(lines, delimiter=delimiter))["name_en"] == ODD
    in_markdown = ask(*question, "-f", "markdown").stdout
    assert ODD not in in_markdown
    assert all(re.search(rf"\\{re.escape(sign)}", in_markdown) for sign in "[]<>`*_|{}")


def words(text: str) -> set[str]:
    """What reads as a word or a number, without the signs around it."""
    return {word for word in (word.strip(":,.;()[]“”*") for word in text.split()) if re.search(r"\w", word)}


@pytest.mark.parametrize("columns", [40, 80, 160])
def test_a_terminal_of_any_width(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    unwrapped = {question: ask(*question.split()).stdout for question in QUESTIONS}
    shown = Surface(width=columns, styled=True, chart_width=columns)
    monkeypatch.setattr("iknctl.cli.app.surface", lambda _: shown)
    assert plain(terminal("about", columns=columns)) == plain(ask("about").stdout)
    for question, whole in unwrapped.items():
        received = plain(ask(*question.split()).stdout)
        for line in received.splitlines():
            # What is wider is an address, perhaps with a label.
            assert len(line) <= columns or len(line.split()[-1]) > columns - 25, line
            assert line == line.rstrip()
        if "timeline" not in question:  # a chart shows as much as it has room for
            missing = words(whole) - words(received)  # where rows are bullets, most cells have no name
            assert not missing - set("Date Fase Name Nama Tanggal What Isi Phase Roadmap Peta jalan".split()), question
            assert words(received) <= words(whole), question
    if columns == 40:  # what two phases share says nothing without its name
        for question in ("phases", "compare 2036"):
            assert "Overlap: 2035–2039" in plain(ask(*question.split()).stdout).replace("\n    ", " ")


# --- Files -----------------------------------------------------------------------------------------------------------


def test_the_ending_chooses_the_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command, spec in COMMANDS.items():
        words = [command, *{"show": ["3"], "compare": ["2031"], "schema": ["phase"]}.get(command, [])]
        for ending, form in ENDINGS.items() if spec.formats else ():
            if command in ("compare", "milestones") and form != "json":
                continue
            file = tmp_path / f"a.b{ending.upper() if form == 'csv' else ending}"
            done = ask(*words, "-o", str(file))
            if form in spec.formats:
                assert done == Ran(0, "", "")
                assert file.read_bytes() == ask(*words, "-f", form).raw
                file.unlink()
            else:
                assert (done.code, done.stdout) == (2, "")
                assert all(
                    (each in done.stderr) == (form in spec.formats) for each, form in ENDINGS.items() if each != ending
                )
                assert not file.exists()
    for name in ("x.png", "x.json.gz", "x.yaml", "x.2031"):
        assert ask("phases", "-o", name).code == 2
        assert ask("phases", "-o", name, "-f", "csv").code == 0  # a format that is named counts
        assert Path(name).read_bytes() == ask("phases", "-f", "csv").raw
    for name in ("x", ".hidden", "folder.d/x", "x."):
        Path("folder.d").mkdir(exist_ok=True)
        assert ask("phases", "-o", name).code == 0
        assert Path(name).read_bytes() == ask("phases").raw
    for command in ("phase 2036", "phases -f csv", "--lang id about", "phase 2036 --json"):
        assert ask(*command.split(), "-o", "-") == ask(*command.split())
    assert not Path("-").exists()


def test_the_data_file_is_never_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    data = broken("publisher: Herald", "publisher: Times")
    Path("my.yaml").write_bytes(data)
    Path("link").symlink_to("my.yaml")
    Path("twin").hardlink_to("my.yaml")
    Path("rows.csv").write_text("year\n2031\n")
    for output in ("my.yaml", "./my.yaml", str(tmp_path / "my.yaml"), "link", "twin"):
        for words, env in (
            ("phases -f csv --data my.yaml", {}),
            ("phases -f csv --data link", {}),
            ("phases -f csv", {"IKNCTL_DATA": "my.yaml"}),
            ("annotate rows.csv -c year --data my.yaml", {}),
            ("check my.yaml -f json", {}),
            ("check -f json", {"IKNCTL_DATA": "my.yaml"}),
        ):
            done = ask(*words.split(), "-o", output, env=env)
            assert (done.code, done.stdout) == (2, ""), words
            assert "is the data file" in done.stderr
            assert "`" not in done.stderr  # nothing is suggested that would overwrite it
            assert Path("my.yaml").read_bytes() == data
    assert ask("annotate", "rows.csv", "-c", "year", "-o", "rows.csv").code == 0  # its input may be


def test_a_new_file_and_an_old_one(tmp_path: Path) -> None:
    target = tmp_path / "answer"
    umask = os.umask(0o027)
    try:
        assert ask("phase", "2036", "--output", str(target)) == Ran(0, "", "")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(umask)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert target.read_text(encoding="utf-8") == ask("phase", "2036").stdout
    assert [each.name for each in tmp_path.iterdir()] == ["answer"]
    for mode in (0o600, 0o640, 0o755, 0o4755):
        target.chmod(mode)
        assert ask("phase", "1999", "--json", "-o", str(target)).code == 1  # an empty answer is written as well
        assert stat.S_IMODE(target.stat().st_mode) == mode
        assert '"phases": []' in target.read_text(encoding="utf-8")
    link = tmp_path / "sub" / "link"
    link.parent.mkdir()
    link.symlink_to("../answer")
    (tmp_path / "dangling").symlink_to("fresh")
    for path in (link, tmp_path / "dangling"):
        assert ask("phase", "2031", "-o", str(path)).code == 0
        assert path.is_symlink()
        assert path.read_text(encoding="utf-8") == ask("phase", "2031").stdout
    assert ask("phase", "2031", "-o", str(tmp_path / ("n" * 250))).code == 0


@pytest.mark.skipif(not ROOT_USER, reason="only root gives files away")
def test_a_file_stays_its_owner_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "answer"
    target.write_text("old")
    os.chown(target, 1234, 4321)
    target.chmod(0o6754)
    assert ask("phase", "2031", "-o", str(target)).code == 0
    after = target.stat()
    assert (after.st_uid, after.st_gid, stat.S_IMODE(after.st_mode)) == (1234, 4321, 0o6754)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "")

    monkeypatch.setattr(os, "chown", refuse)  # as anybody else finds it
    assert ask("phase", "2031", "-o", str(target)).code == 0
    after = target.stat()
    assert (after.st_uid, stat.S_IMODE(after.st_mode)) == (os.geteuid(), 0o754)


def test_a_place_that_cannot_be_written_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("file", "read only", "full"):
        Path(name).write_text("old")
    Path("read only").chmod(0o444)
    Path("loop").symlink_to("pool")
    Path("pool").symlink_to("loop")
    names = [
        "missing/answer",
        ".",
        "file/answer",
        "x" * 300,
        "read only",
        "loop",
        "loop/x",
        "sub/",
        "\0",
        "/proc/self/x",
    ]
    for name in names:
        answer = ask("phase", "2031", "-o", name)
        assert (answer.code, answer.stdout) == (4, ""), name
        assert re.fullmatch(r"iknctl: [^\n]+ could not be written: [^\n;]+\n", answer.stderr), name
        assert ask("phase", "2031", "--json", "-o", name).error["code"] == "unwritable-output"
    full = shell("ulimit -f 1; trap '' XFSZ; iknctl sources --json -o full", cwd=tmp_path)
    assert (full.code, full.stdout) == (4, "")
    for question in ("phase 3", "show 9", "phases --roadmap x", "phase 2031 --data /"):  # nothing to write
        assert ask(*question.split(), "-o", "file").code in (2, 3)
    assert {name: Path(name).read_text() for name in ("file", "read only", "full")} == dict.fromkeys(
        ("file", "read only", "full"), "old"
    )
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "full", "loop", "pool", "read only"]


@pytest.mark.parametrize("number", [errno.EBUSY, errno.EXDEV, errno.EACCES])
def test_a_file_that_can_only_be_written_to_in_place(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a mount point is, or a file in a folder of somebody else's."""

    def refuse(*_: Any) -> None:
        raise OSError(number, "")

    target = tmp_path / "it's here"
    target.write_text("old")
    monkeypatch.setattr(Path, "replace", refuse)
    answer = ask("phase", "2031", "-o", str(target))
    assert (answer.code, answer.stdout, target.read_text()) == (4, "", "old")
    (redirection,) = re.findall(r"`(> .*)`", answer.stderr)
    assert run("-c", f"echo new {redirection}", command=["/bin/sh"]).code == 0
    assert target.read_text() == "new\n"
    assert [each.name for each in tmp_path.iterdir()] == ["it's here"]
    assert "`" not in ask("phase", "2031", "-o", str(tmp_path / "fresh")).stderr


def test_the_temporary_file_is_nobody_else_s(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("mine")
    planted = 'for i in $(seq 1 30); do ln -sf victim .x.$(($$ + i)); done; ln -sf victim .x.$$; exec "$@"'
    assert run("-c", planted, "sh", *COMMAND, "phase", "2031", "-o", "x", command=["/bin/sh"], cwd=tmp_path).code == 0
    assert (tmp_path / "victim").read_text() == "mine"
    assert not (tmp_path / "x").is_symlink()


def test_surroundings_that_lack_something(tmp_path: Path) -> None:
    expected = ask("phase", "2031", "--json")
    for missing in ("HOME", "PATH"):
        assert run("phase", "2031", "--json", env={missing: None, "LC_ALL": None, "TMPDIR": None}) == expected
    gone = "mkdir gone && cd gone && rmdir ../gone && iknctl phase 2031 --json && ! iknctl phase 2031 -o x 2> /dev/null"
    assert shell(gone, cwd=tmp_path) == expected
