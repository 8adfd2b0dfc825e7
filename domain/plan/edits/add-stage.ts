import type { Row } from '../blocks.ts'
import { labelLevel } from '../outline.ts'
import type { PlanText } from '../plan-text.ts'
import { rowsOfTables } from '../tables.ts'
import { endOfSection, placeSection } from './place-section.ts'
import { indentBelow, lineEndOf, lineStop, linesBelow, marginOf, markerOf } from './source-place.ts'
import { stageColumns } from './stage-columns.ts'
import { type StagePlace, stagePlaces } from './stage-place.ts'
import { newRow } from './table-edit.ts'
import type { TextChange } from './text-change.ts'

export type NewStage = {
  label: string
  percentage: number | null
  soak: string | null
  dates: string | null
}

/** The ways to plan one stage more behind the n-th (-1: before the first), in the form of the others. */
export function addStage(plan: PlanText, n: number, stage: NewStage): TextChange[][] {
  const places = stagePlaces(plan)
  const model = places[Math.max(0, n)]
  if (!model) return [...inRollout(plan, stage), [newPart(plan, stage)]]
  if (model.block.kind === 'row') return asRow(plan, model.block, stage, n < 0)
  if (model.section) return asSection(plan, model, stage, n < 0)
  return asItem(plan, model, stage, n < 0)
}

function fieldLines(stage: NewStage, mark: string): string[] {
  const lines: string[] = []
  if (stage.soak) lines.push(`${mark}Length of time: ${stage.soak}`)
  if (stage.dates) lines.push(`${mark}Dates: ${stage.dates}`)
  if (stage.percentage !== null || lines.length === 0) {
    lines.push(
      `${mark}Percentage of Users: ${stage.percentage === null ? 'TBD' : `${stage.percentage}%`}`,
    )
  }
  return lines
}

function asSection(
  plan: PlanText,
  model: StagePlace,
  stage: NewStage,
  before: boolean,
): TextChange[][] {
  const margin = marginOf(plan, model.block)
  const bold = model.section?.level === labelLevel
  const marks = plan.source.slice(model.block.from, model.block.pieces[0]?.from).trim()
  const name = bold ? `**${stage.label}**` : `${marks.replace(/[^#]/g, '') || '###'} ${stage.label}`
  const planning = model.section?.children.find((child) => child.kind === 'planning')
  const lines = [name, ...(bold ? [] : [''])]
  if (planning?.heading && !bold) lines.push(`${'#'.repeat(planning.level)} Planning`, '')
  lines.push(...fieldLines(stage, '- '))
  const end = lineEndOf(plan.source)
  const quoted = lines.map((line) => (margin + line).trimEnd())
  if (before) {
    const at = model.block.from
    return [[{ from: at, to: at, text: quoted.join(end) + end + end }]]
  }
  const last = model.blocks.findLast((block) => block.kind !== 'rule') ?? model.block
  const at = lineStop(plan.source, last.to)
  return [[{ from: at, to: at, text: `${end}${margin.trimEnd()}${end}${quoted.join(end)}` }]]
}

function asItem(
  plan: PlanText,
  model: StagePlace,
  stage: NewStage,
  before: boolean,
): TextChange[][] {
  const last = model.blocks.at(-1) ?? model.block
  const mark = markerOf(plan, model.block)
  const when = stage.dates ? ` on ${stage.dates}` : ''
  const inLine = `${mark}${stage.label}${when}${stage.soak ? ` (${stage.soak})` : ''}`
  const nested = fieldLines(
    { ...stage, percentage: null },
    `${indentBelow(plan, model.block)}- `,
  ).filter((line) => !line.includes('TBD'))
  const share =
    stage.percentage === null
      ? []
      : [`${indentBelow(plan, model.block)}- Percentage of Users: ${stage.percentage}%`]
  return [[inLine], [mark + stage.label, ...nested], [mark + stage.label, ...nested, ...share]].map(
    (lines) => {
      if (!before) return [linesBelow(plan, last, lines)]
      const end = lineEndOf(plan.source)
      const at = plan.source.startsWith('\uFEFF') && model.block.from === 0 ? 1 : model.block.from
      return [{ from: at, to: at, text: lines.map((line) => line + end).join('') }]
    },
  )
}

function asRow(plan: PlanText, row: Row, stage: NewStage, before: boolean): TextChange[][] {
  const columns = stageColumns(plan, row)
  const rows = rowsOfTables(plan.blocks).find((table) => table.includes(row)) ?? []
  if (!columns) return []
  const values = new Map([[columns.label, stage.label]])
  if (columns.share >= 0 && columns.share !== columns.label && stage.percentage !== null) {
    values.set(columns.share, `${stage.percentage}%`)
  }
  if (columns.soak >= 0 && stage.soak) values.set(columns.soak, stage.soak)
  if (columns.dates >= 0 && stage.dates) values.set(columns.dates, stage.dates)
  const above = rows.slice(0, rows.indexOf(row) + (before ? 0 : 1))
  return [[newRow(plan, above, values)]]
}

function inRollout(plan: PlanText, stage: NewStage): TextChange[][] {
  const section = plan.sections.find((one) => one.kind === 'rollout' && one.heading)
  if (!section) return []
  const level = '#'.repeat(Math.min(6, Math.max(3, section.level + 1)))
  return [
    [endOfSection(plan, section, [`${level} ${stage.label}`, '', ...fieldLines(stage, '- ')])],
  ]
}

function newPart(plan: PlanText, stage: NewStage): TextChange {
  const lines = [
    'Phase II: Staged Rollout',
    '',
    `### ${stage.label}`,
    '',
    ...fieldLines(stage, '- '),
  ]
  return placeSection(plan, 'rollout', 2, lines)
}
