import type { Block, Row } from './blocks.ts'

/** The rows of each table in order, its header row first. */
export function rowsOfTables(blocks: Block[]): Row[][] {
  const tables = new Map<number, Row[]>()
  for (const block of blocks) {
    if (block.kind !== 'row') continue
    const rows = tables.get(block.table)
    if (rows) rows.push(block)
    else tables.set(block.table, [block])
  }
  return [...tables.values()]
}
