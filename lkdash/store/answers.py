"""Answers that were kept: content-addressed files beside the imports, never changed."""

import hashlib
from pathlib import Path

from lkdash.contracts import refuse
from lkdash.store.access import may_change
from lkdash.store.place import beside, publish, write_flushed


class Answers:
    """The answers kept in one folder. bound_to: the address of the server that asks, None without one."""

    def __init__(self, folder: Path, bound_to: str | None = None) -> None:
        self.folder = folder / "answers"
        self.bound_to = bound_to

    def ids(self) -> list[str]:
        """The id of each answer, the newest first."""
        files = self.folder.glob("*.json")
        return [file.stem for file in sorted(files, key=lambda file: (-file.stat().st_mtime, file.name))]

    def keep(self, content: bytes) -> str:
        """Keep an answer; its id, the SHA-256 of what it is. The same answer twice is kept once.

        Raises Refusal where this server may not change the store.
        """
        may_change(self.bound_to)
        answer_id = hashlib.sha256(content).hexdigest()
        part = beside(self.folder)
        try:
            write_flushed(part, content)
            publish(part, self.folder / f"{answer_id}.json")
        finally:
            part.unlink(missing_ok=True)
        return answer_id

    def read(self, answer_id: str) -> bytes:
        """An answer as it was kept; Refusal where it is not there or is no longer what it was."""
        try:
            content = (self.folder / f"{Path(answer_id).name}.json").read_bytes()
        except OSError:
            raise refuse("no_such_answer", id=answer_id) from None
        if hashlib.sha256(content).hexdigest() != answer_id:
            raise refuse("answer_damaged", id=answer_id[:12])
        return content
