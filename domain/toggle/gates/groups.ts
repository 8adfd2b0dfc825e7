/** Whether somebody in particular is in one of the toggle's groups. Closed for nobody. */
export function groupsOpen(
  groups: ReadonlySet<string>,
  actorIds: readonly string[],
  actorGroups: readonly string[],
): boolean {
  if (actorIds.length === 0) return false
  for (const group of actorGroups) if (groups.has(group)) return true
  return false
}
