import type { Block } from '../blocks.ts'
import type { Section } from '../outline.ts'

/** All blocks of a section, in the order of the document. */
export function everything(section: Section): Block[] {
  const found = section.heading ? [section.heading, ...section.blocks] : [...section.blocks]
  for (const child of section.children) found.push(...everything(child))
  return found.sort((a, b) => a.from - b.from)
}
