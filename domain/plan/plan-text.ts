import { type Block, readBlocks } from './blocks.ts'
import { outlineOf, type Section } from './outline.ts'
import { type HiddenText, visibleText } from './visible-text.ts'

/** A document taken apart once; every reader of a part works on this. */
export type PlanText = {
  source: string
  visible: string
  hidden: HiddenText[]
  blocks: Block[]
  /** In order; the first is what stands before any heading. */
  sections: Section[]
  sectionOf: ReadonlyMap<Block, Section>
  /** 1-based line of an offset. */
  lineAt: (offset: number) => number
}

/** Takes a document apart into blocks and sections. Any text is fine; nothing is refused. */
export function planText(source: string): PlanText {
  const { visible, hidden } = visibleText(source)
  const blocks = readBlocks(visible)
  const sections = outlineOf(blocks)
  const sectionOf = new Map<Block, Section>()
  for (const section of sections) {
    if (section.heading) sectionOf.set(section.heading, section)
    for (const block of section.blocks) sectionOf.set(block, section)
  }
  return { source, visible, hidden, blocks, sections, sectionOf, lineAt: lineFinder(source) }
}

function lineFinder(source: string): (offset: number) => number {
  const starts = [0]
  for (let at = 0; at < source.length; at++) {
    const char = source[at]
    if (char === '\n' || (char === '\r' && source[at + 1] !== '\n')) starts.push(at + 1)
  }
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}
