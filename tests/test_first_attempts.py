"""What people type first, in English and Indonesian: each line answers, or its error names a command that does."""

import re
import shlex
import shutil
from functools import lru_cache
from pathlib import Path

import pytest

from running import ROOT, Ran, ask

# What is typed behind `iknctl`, and what is suggested; None where it answers as it is.
ENGLISH = """
2031 -> phase 2031
2031..2036 -> phase 2031..2036
17 August 2031 -> phase 17 August 2031
today -> phase today
now -> phase now
3 -> show 3
agile-government -> show agile-government
digital -> about digital
fajar-2024-01-24 -> sources fajar-2024-01-24
PHASE 2031 -> phase 2031
phas 2031 -> phase 2031
phase 3 -> show 3
phase agile-government -> show agile-government
phase smart city -> goals smart city
phase --date 2031-06-01 -> phase 2031-06-01
phase --year=2031 --json -> phase 2031 --json
phase --at 2031 --roadmap portal -> phase 2031 --roadmap portal
--year 2031 -> phase 2031
phase 2031 master-plan -> phase 2031 --roadmap master-plan
phase 2031 --plan master-plan -> phase 2031 --roadmap master-plan
phase 2031 --all --json -> compare 2031 --json
phase 2031 --csv -> phase 2031 --format csv
phase 2031 --jsn -> phase 2031 --json
phase 2031 --format jsn -> phase 2031 --format json
phase 2031 --language id -> phase 2031 --lang id
phase 3 --roadmap master-plan -> show 3 --roadmap master-plan
what phase is 2031 -> phase 2031
which phase is 2031 in -> phase 2031
what is phase 3 -> show 3
year 2031 -> phase year 2031
next -> phase
stage 3 -> show 3
stages -> phases
when -> phases
when 4 -> show 4
show 2031 -> phase 2031
show 2031 --roadmap portal -> phase 2031 --roadmap portal
show -> show 3
show --phase 3 -> show 3
show phases -> phases
show agil-government -> show agile-government
show 3 4 -> show 3
phases 3 -> show 3
phases master-plan -> phases --roadmap master-plan
phases --all -> timeline --all
goals --phase 2031 -> phase 2031
goal AI -> goals AI
search AI -> goals AI
find smart city -> goals smart city
goals --search AI -> goals AI
goals --all --phase agile-government -> goals --all --phase 3
list -> phases
list sources -> sources
ls goals -> goals
who -> sources
source fajar-2024-01-24 -> sources fajar-2024-01-24
sources 2031 -> phase 2031
sources fajar -> sources fajar-2024-01-24
sources nobody -> sources
about 3 -> show 3
about mater-plan -> about master-plan
about --roadmap portal -> about portal
plans -> roadmaps
plan master-plan -> about master-plan
conflicts 2036 -> phase 2036
gaps -> conflicts
overlap -> conflicts
divergence --all -> conflicts --all
contradictions -> conflicts
diff 2036 --json -> compare 2036 --json
compare 2031 --roadmap portal -> phase 2031 --roadmap portal
compare 3 -> show 3
gantt -> timeline
chart --svg -> timeline --format svg
timeline 2031 -> phase 2031
years 2031 -> phase 2031
status -> about
progress -> about
events --json -> milestones --json
targets --json -> milestones --kind target --json
delays --json -> milestones --kind postponed --json
milestones target --json -> milestones --kind target --json
milestones --kind tragets --json -> milestones --kind target --json
validate my.yaml -> check my.yaml
lint -> check
check --data my.yaml -> check my.yaml
export -> years --format csv
json-schema phase -> schema phase
schema phas -> schema phase
enrich staff.csv --column year -> annotate staff.csv --column year
annotate staff.csv --col year -> annotate staff.csv --column year
search AI --data 'my plans.yaml' -> goals AI --data 'my plans.yaml'
2031 --data 'my plans.yaml' --lang id -> phase 2031 --data 'my plans.yaml' --lang id
-v -> --version
manual -> --help
iknctl phase 2031 -> phase 2031
phase
phase 2031 --json
--json phase 2031
--lang id phase 2031
phase 1999
help
help phase
version
phases -f csv
goals AI --all --json
check -f text
"""
INDONESIAN = """
17 Agustus 2031 -> phase 17 Agustus 2031
hari ini -> phase hari ini
sekarang -> phase sekarang
2031 sampai 2036 -> phase 2031 sampai 2036
fase 2031 -> phase 2031
fase 3 -> show 3
fase -> phases
fase apa 2031 -> phase 2031
apa fase 3 -> show 3
apa itu fase 2 -> show 2
tahap 3 -> show 3
tahapan -> phases
tahap 2036 -> phase 2036
tahun 2031 -> phase tahun 2031
tahun -> years
kapan -> phases
kapan fase 3 -> show 3
jadwal -> phases
phase --tahun 2031 -> phase 2031
phase --tanggal 2031-06-01 -> phase 2031-06-01
phase 2031 --bahasa id -> phase 2031 --lang id
phase 2031 --indonesia -> phase 2031 --lang id
phase 2031 --peta portal -> phase 2031 --roadmap portal
phase 2031 --semua --json -> compare 2031 --json
--tahun 2031 --lang id -> phase 2031 --lang id
cari AI --lang id -> goals AI --lang id
cari kota cerdas -> goals kota cerdas
temukan kota -> goals kota
sasaran -> goals
sasaran AI -> goals AI
sasaran --fase 3 -> show 3
tujuan -> goals
daftar -> phases
daftar fase -> phases
daftar sumber -> sources
daftar sasaran -> goals
lihat peta jalan -> roadmaps
tampilkan linimasa -> timeline
linimasa -> timeline
linimasa --semua -> timeline --all
garis-waktu -> timeline
diagram --html -> timeline --format html
bagan --simpan bagan.svg -> timeline --output bagan.svg
sumber -> sources
sumber fajar-2024-01-24 -> sources fajar-2024-01-24
siapa -> sources
rujukan -> sources
peta -> roadmaps
peta master-plan -> about master-plan
peta-jalan -> roadmaps
rencana master-plan -> about master-plan
tentang -> about
tentang portal -> about portal
keadaan -> about
kemajuan -> about
mengapa -> about
tonggak --json -> milestones --json
tonggak 2024 --json -> milestones 2024 --json
peristiwa --json -> milestones --json
target 2024 --json -> milestones --kind target 2024 --json
penundaan --json -> milestones --kind postponed --json
janji --json -> milestones --kind target --json
konflik -> conflicts
konflik --semua -> conflicts --all
pertentangan -> conflicts
tumpang-tindih -> conflicts
jeda -> conflicts
perbedaan -> conflicts
bandingkan 2036 --json -> compare 2036 --json
perbandingan 2031 --json -> compare 2031 --json
periksa -> check
periksa my.yaml -> check my.yaml
cek my.yaml -> check my.yaml
check --berkas my.yaml -> check my.yaml
annotate --berkas staff.csv --kolom year -> annotate staff.csv --column year
skema fase -> schema
skema phase -> schema phase
anotasi staff.csv --kolom year -> annotate staff.csv --column year
gabung staff.csv -c year -> annotate staff.csv -c year
ekspor -> years --format csv
bantuan -> --help
tolong -> --help
versi -> --version
cari AI --data 'my plans.yaml' --bahasa id -> goals AI --data 'my plans.yaml' --lang id
phase hari ini
phase 17 Agustus 2031 --lang id
--lang id --help
help goals --lang id
"""
LINES = [line.partition(" -> ") for line in (ENGLISH + INDONESIAN).strip().splitlines() if line]


@pytest.fixture(scope="module", autouse=True)
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the lines name."""
    folder = tmp_path_factory.mktemp("first")
    for name in ("my.yaml", "my plans.yaml"):
        shutil.copy(ROOT / "data" / "phases.yaml", folder / name)
    (folder / "staff.csv").write_text("year\n2031\n")
    return folder


@lru_cache
def follow(command: str) -> Ran:
    """The answer to a suggested command, as a shell would split it."""
    return ask(*shlex.split(command))


@pytest.mark.parametrize(("typed", "leads", "to"), LINES, ids=lambda part: part.strip())
def test_a_first_attempt(typed: str, leads: str, to: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    answer = ask(*shlex.split(typed))
    if not leads:
        assert answer.code in (0, 1)
        assert answer.stdout
        return
    assert (answer.code, answer.stdout) == (2, "")
    (command,) = set(re.findall(r"`iknctl ([^`]*)`", answer.stderr))
    assert command in to.split("|")
    followed = follow(command)
    assert followed.code in (0, 1), followed.stderr
    assert followed.stdout or "--output" in command
    assert followed.stderr == ""
