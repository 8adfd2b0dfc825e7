import type { Criterion } from '../rollout/criterion.ts'
import type { Block } from './blocks.ts'
import { fieldOf } from './field.ts'
import { isWithin, type Section } from './outline.ts'
import { ownAnswer } from './placeholders.ts'
import { type PlanText, planText } from './plan-text.ts'
import { readCriterion } from './read-criterion.ts'
import { rowsOfTables } from './tables.ts'
import { isTemplateSentence } from './template-text.ts'

/** One thing that a plan wants to see, in its own words. */
export interface PlanCriterion {
  readonly text: string
  /** 1-based. */
  readonly line: number
  /** Null where the words are no figure: then a person judges. */
  readonly criterion: Criterion | null
}

/** What a plan wants to see before it goes on, and after launch. */
export interface PlanCriteria {
  /** Before every stage's next. */
  readonly general: readonly PlanCriterion[]
  /** Before the next of one stage, by the line of its heading. */
  readonly ofStage: ReadonlyMap<number, readonly PlanCriterion[]>
  /** What is measured after launch. */
  readonly kpis: readonly PlanCriterion[]
}

const MOST = 50
const CRITERIA =
  /\b(?:success|advancement|exit|acceptance|finali[sz]ation|proceed(?:ing)?|go-?ahead) (?:criteria|criterion|metrics?)\b|\bmetrics-based criteria\b|^(?:criteria|criterion)\b|\bcriteria (?:to|for|before) (?:advanc|proceed|mov|go)/i
const ELSEWHERE = /\b(?:links?|dashboards?|metrics at this stage|roll ?back)\b/i
const KPI = /^(?:post[- ]?launch )?(?:kpis?|key performance indicators?)(?: ?#?\d{1,2})?$/i

/**
 * The success criteria of a plan's rollout and stages and its KPIs, each as written and, where it
 * is plain, as a criterion with comparator and threshold. The template's own words, placeholders,
 * results, links and rollback rules are none. Total: any text is fine.
 */
export function readCriteria(text: string): PlanCriteria {
  const plan = planText(text)
  const general: PlanCriterion[] = []
  const ofStage = new Map<number, PlanCriterion[]>()
  const kpis: PlanCriterion[] = []
  for (const section of plan.sections) {
    if (isWithin(section, 'results', 'rollback', 'contacts')) continue
    const stage = stageOf(section)
    const found = [...namedBySection(section), ...namedByLines(section, isCriteria)]
    if (stage) ofStage.set(stage.line, [...(ofStage.get(stage.line) ?? []), ...found])
    else general.push(...found)
    kpis.push(...namedByLines(section, isKpi))
  }
  kpis.push(...kpisOfTables(plan))
  return {
    general: once(general),
    ofStage: new Map([...ofStage].map(([line, found]) => [line, once(found)])),
    kpis: once(kpis),
  }
}

/** What a stage is held to: its own criteria, and the plan's where it has none of that name. */
export function criteriaOfStage(
  { general, ofStage }: PlanCriteria,
  line: number,
): readonly PlanCriterion[] {
  return once([...(ofStage.get(line) ?? []), ...general])
}

function isCriteria(prompt: string): boolean {
  return CRITERIA.test(prompt) && !(ELSEWHERE.test(prompt) && !/metrics-based/i.test(prompt))
}

const isKpi = (prompt: string) => KPI.test(prompt.trim())

function stageOf(section: Section): Section | null {
  for (let at: Section | null = section; at; at = at.parent) if (at.kind === 'stage') return at
  return null
}

/** A heading of their own: "Success criteria" with a list below it. */
function namedBySection({ title, blocks, isTitle }: Section): PlanCriterion[] {
  if (isTitle || title.length > 60 || !isCriteria(title)) return []
  return statementsOf(blocks.filter(({ kind }) => kind === 'item' || kind === 'paragraph'))
}

/** "Success criteria: …", with the answer on the line or in the list below it. */
function namedByLines({ blocks }: Section, asks: (prompt: string) => boolean): PlanCriterion[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'item' && block.kind !== 'paragraph') return []
    const field = fieldOf(block.text)
    if (!field || !asks(field.prompt)) return []
    const own = statementsIn(field.answer, block.line)
    return own.length > 0 ? own : statementsOf(listBelow(blocks, index))
  })
}

/** The items right below one, without what stands below those. */
function listBelow(blocks: readonly Block[], index: number): Block[] {
  const above = blocks[index]
  const below = blocks.slice(index + 1)
  const isInside = (block: Block) =>
    block.kind === 'item' && above && (block.indent > above.indent || above.kind === 'paragraph')
  const end = below.findIndex((block) => !isInside(block))
  const inside = below.slice(0, end < 0 ? below.length : end)
  const least = Math.min(...inside.map(({ indent }) => indent))
  return inside.filter(({ indent }) => indent === least)
}

function statementsOf(blocks: readonly Block[]): PlanCriterion[] {
  return blocks.flatMap(({ text, line }) => statementsIn(text, line))
}

function statementsIn(text: string, line: number): PlanCriterion[] {
  return text.split(/;|\n/).flatMap((part) => {
    const own = ownAnswer(part).trim()
    // A label whose answer stands nowhere, or the template's own example, asks for nothing.
    if (own === '' || fieldOf(part)?.answer === '' || isTemplateSentence(own)) return []
    const parts = apart(own)
    return parts.map((said) => ({ text: said, line, criterion: readCriterion(said) }))
  })
}

/**
 * Several statements in one sentence: at "and" only where each of them is plain, at a comma where
 * one of them is.
 */
function apart(text: string): readonly string[] {
  if (readCriterion(text) !== null) return [text]
  const isPlain = (part: string) => readCriterion(part) !== null
  const all = partsOf(text, /,(?!\d{3})\s*(?:and\s+)?|\s+and\s+/)
  if (all.every(isPlain)) return all
  const listed = partsOf(text, /,(?!\d{3})\s*/)
  return listed.some(isPlain) ? listed : [text]
}

function partsOf(text: string, between: RegExp): string[] {
  return text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** A table `KPI | Target | …`: the name of a row with its target. */
function kpisOfTables(plan: PlanText): PlanCriterion[] {
  return rowsOfTables(plan.blocks).flatMap(([header, ...rows]) => {
    const heads = header?.cells.map(({ text }) => text) ?? []
    const wanted = heads.findIndex((head) => /^(?:target|goal|threshold|success)\b/i.test(head))
    if (wanted < 1 || !/\b(?:kpis?|metrics?|measures?|indicators?)\b/i.test(heads[0] ?? '')) {
      return []
    }
    return rows.flatMap(({ cells, line }) => {
      const name = ownAnswer(cells[0]?.text ?? '')
      const target = ownAnswer(cells[wanted]?.text ?? '')
      if (name === '' || target === '') return []
      return [{ text: `${name}: ${target}`, line, criterion: readCriterion(`${name} ${target}`) }]
    })
  })
}

function once(found: readonly PlanCriterion[]): PlanCriterion[] {
  const met = new Set<string>()
  return found
    .filter(({ text, criterion }) => {
      const key = (criterion?.name ?? text).toLowerCase()
      return met.has(key) ? false : met.add(key)
    })
    .slice(0, MOST)
}
