"""Format 1 written out, never to be changed again: what later formats begin with."""

FORMAT_1 = (
    """
    CREATE TABLE dossier (
        id TEXT PRIMARY KEY NOT NULL,
        province_code TEXT NOT NULL,
        province_name TEXT NOT NULL,
        province_kind TEXT NOT NULL,  -- Tỉnh | Thành phố
        office_code TEXT NOT NULL,
        office_name TEXT NOT NULL,
        office_kind TEXT NOT NULL,  -- Xã | Phường | Đặc khu
        office_folded TEXT NOT NULL  -- as every …_folded: without marks and capitals, for searching
    ) STRICT
    """,
    """
    CREATE TABLE plan (
        id TEXT PRIMARY KEY NOT NULL,
        position INTEGER NOT NULL,
        form TEXT NOT NULL,  -- plan | decision_direct | decision_attached
        first_year INTEGER NOT NULL,
        last_year INTEGER NOT NULL,
        letterhead_superior TEXT NOT NULL,
        letterhead_body TEXT NOT NULL,  -- JSON array of lines
        number TEXT NOT NULL,
        symbol TEXT NOT NULL,
        place TEXT NOT NULL,
        date TEXT NOT NULL,  -- 2026-02-05, XX where day or month is blank
        title TEXT NOT NULL,
        title_folded TEXT NOT NULL,
        issuer TEXT NOT NULL,
        proposal TEXT NOT NULL,
        authority TEXT NOT NULL,  -- of decisions
        attached_title TEXT NOT NULL,  -- of decisions with the plan attached
        archive TEXT NOT NULL,
        sign_collective TEXT NOT NULL,
        sign_capacity TEXT NOT NULL,  -- head | deputy | acting | by_order | authorised
        sign_head TEXT NOT NULL,
        sign_title TEXT NOT NULL,
        sign_name TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE legal_basis (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        text_style TEXT NOT NULL,  -- as every …_style: JSON array of [from, to, "b" | "i" | "bi"], or nothing
        text_folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE article (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        heading TEXT NOT NULL,
        heading_style TEXT NOT NULL,
        text TEXT NOT NULL,
        text_style TEXT NOT NULL,
        text_folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE section (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        roles TEXT NOT NULL,  -- words with a blank between them, the main one first
        title TEXT NOT NULL,
        title_folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE item (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
        home TEXT NOT NULL,  -- opening | article | section | closing | appendix | task
        home_key TEXT NOT NULL,  -- id of the article, section, appendix or task_row; blank in opening and closing
        position INTEGER NOT NULL,
        level TEXT NOT NULL,  -- paragraph | arabic | decimal | subdecimal | letter | dash | plus
        heading TEXT NOT NULL,
        heading_style TEXT NOT NULL,
        text TEXT NOT NULL,
        text_style TEXT NOT NULL,
        text_folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE recipient (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE appendix (
        id TEXT PRIMARY KEY NOT NULL,
        plan_id TEXT NOT NULL REFERENCES plan (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        title TEXT NOT NULL,
        title_folded TEXT NOT NULL,
        restart_order INTEGER NOT NULL  -- 1: tasks are numbered anew in each group
    ) STRICT
    """,
    """
    CREATE TABLE appendix_column (
        appendix_id TEXT NOT NULL REFERENCES appendix (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,
        heading TEXT NOT NULL,
        PRIMARY KEY (appendix_id, position)
    ) STRICT
    """,
    """
    CREATE TABLE task_row (
        id TEXT PRIMARY KEY NOT NULL,
        appendix_id TEXT NOT NULL REFERENCES appendix (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL,  -- task (its content are items) | group
        title TEXT NOT NULL,  -- of groups
        product TEXT NOT NULL,
        product_style TEXT NOT NULL,
        quantity TEXT NOT NULL,
        quantity_style TEXT NOT NULL,
        lead TEXT NOT NULL,
        lead_style TEXT NOT NULL,
        cooperation TEXT NOT NULL,
        cooperation_style TEXT NOT NULL,
        timing TEXT NOT NULL,
        timing_style TEXT NOT NULL,
        target TEXT NOT NULL,
        target_style TEXT NOT NULL,
        budget TEXT NOT NULL,
        budget_style TEXT NOT NULL,
        note TEXT NOT NULL,
        note_style TEXT NOT NULL,
        text_folded TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE view_state (  -- where the official left off
        key TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE digest (  -- SHA-256 over the rows of each table: storage/digest.py
        table_name TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
    ) STRICT
    """,
)
