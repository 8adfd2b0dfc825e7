import type { Block, Row } from '../blocks.ts'
import type { Section } from '../outline.ts'
import type { PlanText } from '../plan-text.ts'
import { stageCandidates } from '../read-stages.ts'
import type { StageCandidate } from '../stage-candidate.ts'
import { everything } from './everything.ts'
import { stageColumns } from './stage-columns.ts'

/** Where a stage stands: a section with everything below its heading, or a line with its own. */
export type StagePlace = {
  stage: StageCandidate
  /** The heading, item, row or paragraph that names it. */
  block: Block
  section: Section | null
  /** The block, and all that belongs to it. */
  blocks: Block[]
  /** Where the stage is a table's: its row, and its like in later tables. */
  rows: Row[]
}

/** The places of a plan's stages, in order. */
export function stagePlaces(plan: PlanText): StagePlace[] {
  return stageCandidates(plan).stages.flatMap((stage) => {
    const section =
      stage.form === 'section'
        ? (plan.sections.find((one) => one.line === stage.line && one.heading) ?? null)
        : null
    const at = plan.blocks.findIndex(
      (block) => block.line <= stage.line && block.lastLine >= stage.line,
    )
    const block = section?.heading ?? plan.blocks[at]
    if (!block) return []
    const blocks = section ? everything(section) : [block, ...below(plan.blocks, at, stage.line)]
    const rows = block.kind === 'row' ? rowsLike(plan, block, stage.label) : []
    return [{ stage, block, section, blocks, rows }]
  })
}

function rowsLike(plan: PlanText, own: Row, label: string): Row[] {
  const like = plan.blocks.filter((block): block is Row => {
    if (block.kind !== 'row' || block.header || block.line <= own.line) return false
    const columns = stageColumns(plan, block)
    return columns !== null && block.cells[columns.label]?.text === label
  })
  return [own, ...like]
}

/** What is indented below an item; the list below a paragraph's last line. */
function below(blocks: Block[], index: number, line: number): Block[] {
  const item = blocks[index]
  if (item?.kind === 'paragraph' && item.pieces.at(-1)?.line === line) {
    const rest = blocks.slice(index + 1)
    const end = rest.findIndex((block) => block.kind !== 'item')
    return rest.slice(0, end < 0 ? rest.length : end)
  }
  if (item?.kind !== 'item') return []
  let end = index + 1
  while (end < blocks.length) {
    const next = blocks[end]
    if (!next || next.kind === 'heading' || next.indent <= item.indent) break
    end++
  }
  return blocks.slice(index + 1, end)
}
