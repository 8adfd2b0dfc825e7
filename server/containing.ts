/** A filter for a text with this part in it, any case; `%` and `_` are themselves. */
export function containing(part: string): { contains: string; mode: 'insensitive' } {
  return { contains: part.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' }
}
