/** The migrated, empty database that every test database is a copy of. */
export const templateName = 'rollcall_template'

/** The same connection, to another database of the server. */
export function inDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
