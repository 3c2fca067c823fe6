"""Every message of the program, by code; one module for each area.

The letter is the area: C content, T template, S site and command. Ranges: C0xx files, encodings
and YAML; C1xx fields, ids and structure; C2xx prose, links, notes and images; C3xx figures,
honours and names; C4xx addresses; T0xx templates; S0xx the site folder and the command line.
"""

from __future__ import annotations

from yearbook.catalog import command, fields, figures, files, media, prose, site, structure, yaml
from yearbook.issues import Message

CATALOG: dict[str, Message] = {
    **files.MESSAGES,
    **yaml.MESSAGES,
    **fields.MESSAGES,
    **structure.MESSAGES,
    **prose.MESSAGES,
    **media.MESSAGES,
    **figures.MESSAGES,
    **site.MESSAGES,
    **command.MESSAGES,
}
