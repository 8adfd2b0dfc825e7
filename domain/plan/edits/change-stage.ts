import type { Block, Row } from '../blocks.ts'
import { fieldOf } from '../field.ts'
import { keywordsOf } from '../keywords.ts'
import type { PlanEdit } from '../plan-edit.ts'
import type { PlanText } from '../plan-text.ts'
import { plannedBlocks } from '../stage-sections.ts'
import { answerSpan } from './answer-span.ts'
import { indentBelow, linesBelow, marginOf, markerOf, paragraphBelow } from './source-place.ts'
import { stageColumns } from './stage-columns.ts'
import { type StagePlace, stagePlaces } from './stage-place.ts'
import { stageSpan } from './stage-span.ts'
import { fillCell } from './table-edit.ts'
import type { TextChange } from './text-change.ts'

type StageChange = Omit<Extract<PlanEdit, { edit: 'change_stage' }>, 'edit' | 'n'>

const share = /(?:\d{1,3}(?:\.\d{1,3})?|x)(?= ?%)/i

/** The ways to change what a plan says of its n-th stage, 0 the first, where it says it. */
export function changeStage(plan: PlanText, n: number, change: StageChange): TextChange[][] {
  const place = stagePlaces(plan)[n]
  if (!place) return []
  if (place.stage.form === 'prose') return inSentence(plan, place, change)
  if (place.rows.length > 0) return inRows(plan, place, change)
  const changes = [...ofLabel(place, change), ...ofShare(plan, place, change.percentage)]
  if (change.soak !== undefined) changes.push(...ofField(plan, place, 'soak', change.soak))
  if (change.dates !== undefined) changes.push(...ofField(plan, place, 'dates', change.dates))
  return [withoutClashes(changes)]
}

/** A step of a sentence has a name with its share, and no place for anything else. */
function inSentence(plan: PlanText, place: StagePlace, change: StageChange): TextChange[][] {
  const span = stageSpan(plan, place, undefined)
  if (!span || change.soak !== undefined || change.dates !== undefined) return []
  const { label = plan.source.slice(span.from, span.to), percentage } = change
  const text = percentage === undefined ? label : label.replace(share, String(percentage))
  return [[{ ...span, text }]]
}

function ofLabel({ block, stage }: StagePlace, { label, percentage }: StageChange): TextChange[] {
  if (label === undefined) return []
  const piece = block.pieces[0]
  const at = piece?.raw.indexOf(stage.label) ?? -1
  if (!piece || at < 0) return []
  const shared = percentage === undefined ? label : label.replace(share, String(percentage))
  return [{ from: piece.from + at, to: piece.from + at + stage.label.length, text: shared }]
}

/** The share in the name, and in the line below that asks for it; where neither is, such a line. */
function ofShare(plan: PlanText, place: StagePlace, percentage: number | undefined): TextChange[] {
  if (percentage === undefined) return []
  const changes: TextChange[] = []
  const name = place.block.pieces[0]
  const inName = name ? share.exec(name.raw) : null
  if (name && inName) changes.push(over(name.from + inName.index, inName[0], percentage))
  const asking = planned(place).find((block) => asks(block, 'share'))
  const piece = asking?.pieces[0]
  const span = piece ? answerSpan(piece) : null
  if (piece && span) {
    const said = plan.source.slice(span.from, span.to)
    const written = share.exec(said)
    if (written) changes.push(over(span.from + written.index, written[0], percentage))
    else changes.push({ ...span, text: spaced(plan, span.from, `${percentage}%`) })
  } else if (!inName) changes.push(newField(plan, place, `Percentage of Users: ${percentage}%`))
  return changes
}

function over(from: number, old: string, percentage: number): TextChange {
  return { from, to: from + old.length, text: String(percentage) }
}

function ofField(
  plan: PlanText,
  place: StagePlace,
  what: 'soak' | 'dates',
  text: string,
): TextChange[] {
  const asking = planned(place).find((block) => asks(block, what))
  const piece = asking?.pieces[0]
  const span = piece ? answerSpan(piece) : null
  if (span) return [{ ...span, text: spaced(plan, span.from, text) }]
  const old = what === 'soak' ? place.stage.soak : place.stage.dates
  for (const line of place.block.pieces) {
    const at = old ? line.raw.indexOf(old) : -1
    if (old && at >= 0) return [{ from: line.from + at, to: line.from + at + old.length, text }]
  }
  if (!place.section) {
    const at = place.block.pieces[0]?.to ?? place.block.to
    return [{ from: at, to: at, text: ` (${text})` }]
  }
  return [newField(plan, place, `${what === 'soak' ? 'Length of time' : 'Dates'}: ${text}`)]
}

const spaced = (plan: PlanText, at: number, text: string) =>
  /\s$/.test(plan.source.slice(Math.max(0, at - 1), at)) ? text : ` ${text}`

/** A line more among the stage's own, in the form of the one above it. */
function newField(plan: PlanText, place: StagePlace, line: string): TextChange {
  const lines = planned(place)
  const model = lines.findLast((block) => block.kind === 'item' && fieldOf(block.text) !== null)
  if (model) return linesBelow(plan, model, [markerOf(plan, model) + line])
  if (place.block.kind === 'item') {
    return linesBelow(plan, place.block, [`${indentBelow(plan, place.block)}- ${line}`])
  }
  const planning = place.section?.children.find((child) => child.kind === 'planning')
  const after = planning?.heading ?? place.block
  return paragraphBelow(plan, after, [`${marginOf(plan, after)}- ${line}`])
}

const planned = (place: StagePlace): Block[] =>
  place.section ? plannedBlocks(place.section) : place.blocks.slice(1)

function asks(block: Block, what: 'share' | 'soak' | 'dates'): boolean {
  if (block.kind !== 'item' && block.kind !== 'paragraph') return false
  const field = fieldOf(block.text)
  if (!field) return false
  const words = keywordsOf(field.prompt)
  if (words.length > 16) return false
  if (what === 'share') return /percent|%|^audience|^users|^traffic/i.test(field.prompt)
  if (what === 'soak') return /length|duration|soak|time ?frame/i.test(field.prompt)
  return /\bdates?\b|timing|schedule|\bstart/i.test(field.prompt) && !/actual/i.test(field.prompt)
}

/** The stage's row, and its like in other tables, which must keep its name. */
function inRows(plan: PlanText, place: StagePlace, change: StageChange): TextChange[][] {
  const own = place.rows[0]
  if (!own) return []
  const others = place.rows.slice(1)
  const renamed = others.flatMap((row) =>
    inRow(plan, row, { label: change.label, percentage: change.percentage }, true),
  )
  return [
    withoutClashes([...inRow(plan, own, change, place.stage.labelShare !== null), ...renamed]),
  ]
}

function inRow(plan: PlanText, row: Row, change: StageChange, shareInName: boolean): TextChange[] {
  const columns = stageColumns(plan, row)
  if (!columns) return []
  const cell = (index: number) => (index < 0 ? undefined : row.cells[index])
  const changes: TextChange[] = []
  const name = cell(columns.label)
  const users = columns.share === columns.label ? undefined : cell(columns.share)
  if (change.label !== undefined && name) changes.push(fillCell(name, change.label))
  if (change.percentage !== undefined) {
    for (const one of [name, users]) {
      const written = one ? share.exec(one.raw) : null
      if (one && written)
        changes.push(over(one.from + written.index, written[0], change.percentage))
      else if (one && one === users && !shareInName)
        changes.push(fillCell(one, `${change.percentage}%`))
    }
  }
  const [soak, dates] = [cell(columns.soak), cell(columns.dates)]
  if (change.soak !== undefined && soak) changes.push(fillCell(soak, change.soak))
  if (change.dates !== undefined && dates) changes.push(fillCell(dates, change.dates))
  return changes
}

/** A change inside another is part of it already. */
function withoutClashes(changes: TextChange[]): TextChange[] {
  return changes.filter(
    (change, index) =>
      !changes.some((other, at) => at < index && change.from < other.to && other.from < change.to),
  )
}
