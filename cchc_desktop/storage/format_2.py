"""The step from format 1 to format 2 written out, never to be changed again: what the office keeps for all its plans."""

FORMAT_2 = (
    """
    CREATE TABLE profile (  -- no row: the profile follows from the commune
        dossier_id TEXT PRIMARY KEY NOT NULL REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
        letterhead_superior TEXT NOT NULL,
        letterhead_body TEXT NOT NULL,  -- JSON array of lines
        place TEXT NOT NULL,
        issuer TEXT NOT NULL,
        settlement TEXT NOT NULL,  -- thôn, tổ dân phố, …
        plan_symbol TEXT NOT NULL,
        decision_symbol TEXT NOT NULL,
        archive TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE agency (
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        short_name TEXT NOT NULL,
        side TEXT NOT NULL,  -- ubnd | council | party | front | province
        is_group INTEGER NOT NULL,  -- 1: stands for several agencies
        function TEXT NOT NULL,  -- vhxh, van_phong, …; blank for one that only this office has
        head TEXT NOT NULL,
        former_names TEXT NOT NULL,  -- JSON array
        names_folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE profile_recipient (
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE signer (
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        title TEXT NOT NULL,
        capacity TEXT NOT NULL  -- as plan.sign_capacity
    ) STRICT
    """,
    """
    CREATE TABLE legal_document (  -- entered by the office or taken from a file of updates
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        number TEXT NOT NULL,
        symbol TEXT NOT NULL,
        date TEXT NOT NULL,  -- as every date here: 2026-02-05, or nothing
        issuer TEXT NOT NULL,
        title TEXT NOT NULL,
        in_force_from TEXT NOT NULL,
        ended_on TEXT NOT NULL,  -- the first day on which it no longer holds
        replaced_by TEXT NOT NULL,  -- JSON array of keys
        amended_by TEXT NOT NULL,  -- JSON array of keys
        subjects TEXT NOT NULL,  -- JSON array
        note TEXT NOT NULL,
        checked_on TEXT NOT NULL,
        is_certain INTEGER NOT NULL,
        origin TEXT NOT NULL,  -- own | update | catalogue
        text_folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE library_entry (
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,  -- muc_dich, nhiem_vu, …
        content TEXT NOT NULL,  -- JSON array of items: id, level (as item.level), heading, heading_style, text, text_style
        task TEXT NOT NULL,  -- JSON object with the columns of task_row and content, for nhiem_vu only
        area TEXT NOT NULL,
        channel TEXT NOT NULL,
        agency TEXT NOT NULL,  -- as agency.function
        tasks TEXT NOT NULL,  -- JSON array of keys
        criterion TEXT NOT NULL,
        subjects TEXT NOT NULL,  -- JSON array
        only_for TEXT NOT NULL,  -- JSON array of kinds of commune
        is_own INTEGER NOT NULL,
        text_folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE hidden_suggestion (  -- of the program's own that are not to be offered
        position INTEGER PRIMARY KEY NOT NULL,
        key TEXT NOT NULL
    ) STRICT
    """,
)
