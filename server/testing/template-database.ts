/** The databases that test databases are copies of: `empty` is migrated, `cast` has people in it. */
export const templates = { empty: 'rollcall_template', cast: 'rollcall_template_cast' } as const

/** The same connection, to another database of the server. */
export function inDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
