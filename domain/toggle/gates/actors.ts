/** Whether any of the actors is named. Ids are compared exactly, capitals included. */
export function actorsOpen(named: ReadonlySet<string>, actorIds: readonly string[]): boolean {
  for (const id of actorIds) if (named.has(id)) return true
  return false
}
