"""The edits of a map, as values: each has one meaning, given by `apply_edit`.

Items are named by their index in `Map.items`. `position` counts among the siblings of one kind;
None stands for the end. The first child of its kind goes behind all other children. Places after
an edit are those of the map that comes back. Texts are kept as the file keeps them: `claim`,
`short`, `quote` and `title` with white space folded.

An edit is refused if it would leave an id twice or malformed, a ref, stance or citation that names
nothing, a field where it cannot stand, or fewer than two linked premises. What stood in the map
before is not its concern.
"""

from __future__ import annotations

from dataclasses import dataclass

from argmap.model.claims import Claim, Ref, StepFields
from argmap.model.maps import Kind
from argmap.model.refusals import EditError, FieldValue
from argmap.model.sources import Source, Stance

__all__ = [
    "AddClaim",
    "AddLinked",
    "AddPremise",
    "AddRef",
    "AddSource",
    "ChangeKind",
    "Edit",
    "EditError",
    "FieldValue",
    "Link",
    "Move",
    "Remove",
    "RemoveSource",
    "RemoveStance",
    "RenameId",
    "RenameSource",
    "SetField",
    "SetMapField",
    "SetSourceField",
    "SetStance",
    "Unlink",
]


@dataclass(frozen=True, slots=True)
class AddClaim:
    """A new claim under `parent` (None: a new root, with kind `claim`).

    Under linked premises its kind is `premise`, as with `AddPremise`.
    """

    parent: int | None
    kind: Kind
    claim: Claim
    step: StepFields = StepFields()
    position: int | None = None


@dataclass(frozen=True, slots=True)
class AddRef:
    """A claim that has its home elsewhere, used once more under `parent`."""

    parent: int
    kind: Kind
    ref: Ref
    step: StepFields = StepFields()
    position: int | None = None


@dataclass(frozen=True, slots=True)
class AddLinked:
    """A new step with two or more premises under `parent`."""

    parent: int
    kind: Kind
    premises: tuple[Claim | Ref, ...]
    step: StepFields = StepFields()
    position: int | None = None


@dataclass(frozen=True, slots=True)
class AddPremise:
    """One more premise for the step `item`; a step with a single premise becomes linked.

    What is said of the step, and what argues about it, then stays with the linked step; the
    claim takes its own fields, reasons and rebuts along.
    """

    item: int
    premise: Claim | Ref
    position: int | None = None


@dataclass(frozen=True, slots=True)
class SetField:
    """Field `name` (a key of the file, e.g. "claim", "source", "step") of an item; None removes.

    On a claim, `note` and `tags` are the claim's, on a ref and on linked premises the step's. An
    `id` or `step` that others refer to changes by `RenameId` only.
    """

    item: int
    name: str
    value: FieldValue


@dataclass(frozen=True, slots=True)
class Remove:
    """An item with all below it, and the stances on what goes.

    A claim used elsewhere is refused, unless `keep_referenced`: then the first ref that stays
    becomes its home, and its reasons and rebuts move there. Tags and note of that ref are added
    to the claim's own. Of two linked premises the one that stays becomes the plain step, as with
    `Unlink`; the only one is refused.
    """

    item: int
    keep_referenced: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """An item with all below it, to another parent (None: a root), kind or position.

    `position` counts the siblings of that kind without the item itself. A claim or ref that
    becomes a root or a linked premise cannot take step fields, undercuts or warrants along and is
    refused if it has any. Of two linked premises the one that stays becomes the plain step, as
    with `Unlink`; the only one is refused.
    """

    item: int
    parent: int | None
    kind: Kind
    position: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeKind:
    """A step of another kind to the same item above, at the end of that kind's list.

    A step that is of this kind already stays where it is.
    """

    item: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Link:
    """Sibling steps of one kind made into one step with linked premises, where the first stood.

    Premises keep the order of the map, whatever the order of `items`. What is said of the steps
    is said of the new one: tags are joined, another field is refused where two steps differ.
    Undercuts and warrants of each argue about the new step.
    """

    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unlink:
    """Linked premises made into a step each; what was said of the step stays with the first.

    So do its undercuts and warrants. `inference` goes. If the first is a claim, tags and note of
    the step are added to the claim's own.
    """

    item: int


@dataclass(frozen=True, slots=True)
class RenameId:
    """A claim's or step's id, in its home, all refs and all stances.

    Refused if two items have the id: set that of the second first.
    """

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class AddSource:
    """A new source, at the end of the list."""

    source: Source


@dataclass(frozen=True, slots=True)
class SetSourceField:
    """Field `name` (a key of the file, e.g. "in") of a source; None removes. Not its id."""

    id: str
    name: str
    value: str | None


@dataclass(frozen=True, slots=True)
class RenameSource:
    """A source's id, in the list and wherever it is cited, `via` and `by` and stances included."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RemoveSource:
    """A source that nothing cites any more."""

    id: str


@dataclass(frozen=True, slots=True)
class SetStance:
    """What an author believes of a claim or step, in place of what was said before.

    A new stance goes behind the others of its source, those of a new source to the end.
    """

    stance: Stance


@dataclass(frozen=True, slots=True)
class RemoveStance:
    """An author's stance on a claim or step, taken away."""

    source: str
    about: str


@dataclass(frozen=True, slots=True)
class SetMapField:
    """The map's `title`, `question`, `lang` or `draft`; None removes."""

    name: str
    value: str | bool | None


Edit = (
    AddClaim
    | AddRef
    | AddLinked
    | AddPremise
    | SetField
    | Remove
    | Move
    | ChangeKind
    | Link
    | Unlink
    | RenameId
    | AddSource
    | SetSourceField
    | RenameSource
    | RemoveSource
    | SetStance
    | RemoveStance
    | SetMapField
)
