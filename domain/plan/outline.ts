import type { Block, Heading, Paragraph } from './blocks.ts'
import { genericKinds, type HeadingKind, headingKind } from './heading-kind.ts'
import { titleHeading } from './title-heading.ts'

/** A heading, or a line standing as one, with what is below it up to the next. */
export type Section = {
  title: string
  kind: HeadingKind | null
  /** The heading names the document: what it announces holds for the lines right below alone. */
  isTitle: boolean
  level: number
  line: number
  /** Null before the first heading. */
  heading: Heading | Paragraph | null
  parent: Section | null
  /** Blocks directly below the heading, the heading itself not among them. */
  blocks: Block[]
  children: Section[]
}

/** The level of a bold line that stands as a heading. */
export const labelLevel = 7

/** The sections of a document in order; a bold line that announces a known part counts as one. */
export function outlineOf(blocks: Block[]): Section[] {
  const root: Section = {
    title: '',
    kind: null,
    isTitle: false,
    level: 0,
    line: 1,
    heading: null,
    parent: null,
    blocks: [],
    children: [],
  }
  const sections = [root]
  let current = root
  const title = titleHeading(blocks)
  const kindOf = rememberedKinds()
  for (const block of blocks) {
    const level = levelOf(block, kindOf)
    if (level === null || (block.kind !== 'heading' && block.kind !== 'paragraph')) {
      current.blocks.push(block)
      continue
    }
    const kind = kindOf(block.text)
    const parent = stageMissing(current, kind) ?? parentAt(current, level)
    current = {
      title: block.text,
      kind,
      isTitle: block === title,
      level,
      line: block.line,
      heading: block,
      parent,
      blocks: [],
      children: [],
    }
    parent.children.push(current)
    sections.push(current)
  }
  return sections
}

/** Plans repeat their headings under every stage. */
function rememberedKinds(): typeof headingKind {
  const known = new Map<string, HeadingKind | null>()
  return (text) => {
    const kind = known.get(text)
    if (kind !== undefined) return kind
    const found = headingKind(text)
    known.set(text, found)
    return found
  }
}

function parentAt(current: Section, level: number): Section {
  let parent = current
  while (parent.parent && parent.level >= level) parent = parent.parent
  return parent
}

/** "Planning" right after a stage that has none yet is the stage's, at whatever level it stands. */
function stageMissing(current: Section, kind: HeadingKind | null): Section | null {
  if (kind === null || !genericKinds.has(kind)) return null
  const inside = current.kind !== null && genericKinds.has(current.kind)
  const stage = inside ? current.parent : current
  if (stage?.kind !== 'stage' || stage.level === labelLevel) return null
  return stage.children.some((child) => child.kind === kind) ? null : stage
}

/**
 * Whether a section is of one of the kinds, by its own heading or the nearest above that says what
 * it is about. Heading levels are often wrong, so what lies beyond that says nothing.
 */
export function isWithin(section: Section, ...kinds: HeadingKind[]): boolean {
  for (let at: Section | null = section; at; at = at.parent) {
    if (at.isTitle && at !== section) return false
    if (at.kind && kinds.includes(at.kind)) return true
    if (at.kind && !genericKinds.has(at.kind)) return false
  }
  return false
}

/** All blocks of a section and of what is below it, headings left out unless they are its own words. */
export function blocksWithin(section: Section): Block[] {
  const found = [...section.blocks]
  for (const child of section.children) {
    if (child.kind && !genericKinds.has(child.kind)) continue
    if (child.heading) found.push(child.heading)
    found.push(...blocksWithin(child))
  }
  return found
}

/** 1 to 6 for a heading, 7 for a line that stands as one, null for anything else. */
function levelOf(block: Block, kindOf: typeof headingKind): number | null {
  if (block.kind === 'heading') return block.text === '' ? null : block.level
  if (block.kind !== 'paragraph' || block.pieces.length !== 1 || block.text.length > 90) return null
  if (!/^(?:\*\*|__)/.test(block.raw) && !/contact|\bp\.?o\.?c|responsib/i.test(block.text))
    return null
  const bold = /^(\*\*|__)(?!\s*$)[^*]{1,120}\1?:?\s*(?:\*\*)?$/.test(block.raw)
  const kind = kindOf(block.text)
  if (kind === null || genericKinds.has(kind)) return null
  if (bold) return boldKinds.has(kind) ? labelLevel : null
  const short = /^[^.:]{3,60}:?$/.test(block.text) && block.text.split(' ').length <= 5
  return kind === 'contacts' && short ? labelLevel : null
}

/** What a bold line may announce; of other bold lines most are answers or labels. */
const boldKinds: ReadonlySet<HeadingKind> = new Set([
  'contacts',
  'rollback',
  'stage',
  'check_ins',
  'one_week',
  'one_month',
  'rollout',
  'uat',
  'staged_question',
  'post_launch',
  'go_live',
])
