#include <sqlite3.h>

// sqlite3_db_config is variadic, which Swift cannot call.

/// Refuses, or allows, writes to the shadow tables of virtual tables and other ways to spoil a file by SQL.
static inline int frontline_set_defensive(sqlite3 *connection, int isOn) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, isOn, (int *)0);
}

/// Whether functions and virtual tables that are not marked as harmless may run from triggers and views of the file.
static inline int frontline_set_trusted_schema(sqlite3 *connection, int isOn) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, isOn, (int *)0);
}
