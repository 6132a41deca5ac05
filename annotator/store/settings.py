"""Facts about this one workspace that are not merged: its secret, its choices."""

from __future__ import annotations

from annotator.store.opening import Store


def get(store: Store, name: str) -> str | None:
    """The setting's value, or None."""
    row = store.row("SELECT value FROM settings WHERE name = ?", (name,))
    return str(row[0]) if row else None


def get_or_set(store: Store, name: str, value: str) -> str:
    """The setting's value, which is `value` from now on if it had none."""
    found = get(store, name)
    if found is None:
        with store.writing() as connection:
            connection.execute(
                "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
                (name, value),
            )
        found = get(store, name)
    return found or value


def put(store: Store, name: str, value: str) -> None:
    """Nothing; the setting has this value from now on."""
    with store.writing() as connection:
        connection.execute(
            "INSERT INTO settings (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )


def drop(store: Store, name: str) -> bool:
    """True when there was such a setting; it is gone."""
    with store.writing() as connection:
        return connection.execute("DELETE FROM settings WHERE name = ?", (name,)).rowcount > 0


def with_beginning(store: Store, beginning: str) -> dict[str, str]:
    """The settings whose names begin so, by name."""
    size = len(beginning)
    return {
        str(name): str(value)
        for name, value in store.rows(
            "SELECT name, value FROM settings WHERE substr(name, 1, ?) = ? ORDER BY name", (size, beginning)
        )
    }
