export type PaletteItem = {
  id: string
  group: string
  label: string
  detail?: string
  /** Found by these words too, though they are not shown. */
  keywords?: string
  href?: string
}

type PaletteGroup = { name: string; items: PaletteItem[] }

/** The items under their groups, both in the order in which they first came. */
export function groupItems(items: readonly PaletteItem[]): PaletteGroup[] {
  const groups = new Map<string, PaletteItem[]>()
  for (const item of items) {
    groups.set(item.group, [...(groups.get(item.group) ?? []), item])
  }
  return [...groups].map(([name, members]) => ({ name, items: members }))
}
