"""Every message of the program, by code; one module for each area.

The letter is the area: C content, M manuscript, T template, S site and command. Ranges: C0xx
files, encodings and YAML; C1xx fields, ids and structure; C2xx prose, links, notes and images;
C3xx figures, honours and names, C34x releases, C36x across editions, C37x an edition in the
making; C4xx addresses; M0xx manuscripts; T0xx templates; S0xx the site folder and the command
line; L proofreading: L0xx characters, L1xx wording, L2xx contradictions, L3xx sums; P0xx packages.
"""

from __future__ import annotations

from yearbook.catalog import (
    characters,
    command,
    contradictions,
    editions,
    fields,
    figures,
    files,
    manuscripts,
    media,
    packages,
    prose,
    release,
    site,
    structure,
    sums,
    verifying,
    wording,
    yaml,
    years,
)
from yearbook.issues import Message

CATALOG: dict[str, Message] = {
    **files.MESSAGES,
    **yaml.MESSAGES,
    **fields.MESSAGES,
    **structure.MESSAGES,
    **prose.MESSAGES,
    **media.MESSAGES,
    **figures.MESSAGES,
    **release.MESSAGES,
    **years.MESSAGES,
    **editions.MESSAGES,
    **manuscripts.MESSAGES,
    **characters.MESSAGES,
    **wording.MESSAGES,
    **contradictions.MESSAGES,
    **sums.MESSAGES,
    **packages.MESSAGES,
    **verifying.MESSAGES,
    **site.MESSAGES,
    **command.MESSAGES,
}
