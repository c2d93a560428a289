# The public names, for type checkers and for __init__.py, which imports each from the module that it is listed with.
from iknctl.answers.move import Slip as Slip
from iknctl.answers.progress import slips as slips
from iknctl.answers.progress import status as status
from iknctl.conflicts import Conflict as Conflict
from iknctl.conflicts import Overlap as Overlap
from iknctl.conflicts import conflicts_in as conflicts_in
from iknctl.conflicts import gaps as gaps
from iknctl.conflicts import overlaps as overlaps
from iknctl.datafile import load as load
from iknctl.errors import Problem as Problem
from iknctl.model import Goal as Goal
from iknctl.model import Milestone as Milestone
from iknctl.model import Model as Model
from iknctl.model import Period as Period
from iknctl.model import Phase as Phase
from iknctl.model import Roadmap as Roadmap
from iknctl.model import Source as Source
from iknctl.model import Text as Text
from iknctl.queries import find_phase as find_phase
from iknctl.queries import find_roadmap as find_roadmap
from iknctl.queries import find_source as find_source
from iknctl.queries import matching_goals as matching_goals
from iknctl.queries import phases_in as phases_in
from iknctl.when import Asked as Asked
from iknctl.when import read_when as read_when

__version__: str
