import { listed } from '../../domain/audit/phrases.ts'

/** Over what a freeze stands: "of production, over benefits-portal", "of everything". */
export function overWords(environments: readonly string[], team: string | null): string {
  const where = environments.length === 0 ? 'of everything' : `of ${listed(environments)}`
  return team === null ? where : `${where}, over ${team}`
}
