import type { Block } from './blocks.ts'
import { keyWords } from './flag-key.ts'
import { plainText } from './inline-text.ts'
import { keysInProse } from './keys-in-prose.ts'
import { ownAnswer } from './placeholders.ts'
import type { PlanText } from './plan-text.ts'
import type { PlanToggle } from './reading.ts'
import { togglesInLines } from './toggle-lines.ts'
import type { ToggleMention } from './toggle-mention.ts'
import { togglesInTables } from './toggle-table.ts'

/**
 * Every place that names a toggle of the plan: the toggle table, bold or plain labels, lists below
 * a toggles heading, and prose. Placeholders name none.
 */
export function toggleMentions(plan: PlanText): ToggleMention[] {
  const found = [...togglesInTables(plan), ...togglesInLines(plan)]
  for (const block of plan.blocks) {
    if (block.kind === 'code') continue
    for (const key of keysInProse(block.raw)) {
      found.push({ key, description: leadDescription(block, key), line: block.line, listed: false })
    }
  }
  return found
}

/**
 * The toggles of a plan, each once, in the order in which the document first mentions them. A key
 * that also appears in another spelling (`someKey`, `some-key`) is listed as `some_key`.
 */
export function readToggles(plan: PlanText, mentions = toggleMentions(plan)): PlanToggle[] {
  const byKey = new Map<string, PlanToggle>()
  for (const { key, description, line } of mentions) {
    const same = keyWords(key)
    const known = byKey.get(same)
    byKey.set(same, {
      key: known && (known.key.includes('_') || !key.includes('_')) ? known.key : key,
      description: known?.description ?? description,
      line: known?.line ?? line,
    })
  }
  const first = firstMentions(plan.visible, byKey)
  return [...byKey.entries()]
    .map(([same, toggle]) => ({ toggle, at: first.get(same) ?? plan.visible.length }))
    .sort((a, b) => a.at - b.at)
    .map(({ toggle, at }) => ({ ...toggle, line: Math.min(toggle.line, plan.lineAt(at)) }))
}

function firstMentions(visible: string, keys: ReadonlyMap<string, unknown>): Map<string, number> {
  const first = new Map<string, number>()
  if (keys.size === 0) return first
  for (const match of visible.matchAll(/[A-Za-z][\w-]{2,119}/g)) {
    const same = keyWords(match[0])
    if (keys.has(same) && !first.has(same)) first.set(same, match.index)
  }
  return first
}

/** A paragraph that opens with the key goes on to say what it does. */
function leadDescription(block: Block, key: string): string | null {
  if (block.kind === 'row') return null
  const piece = block.pieces.find((line) => line.raw.replace(/^[`*_]+/, '').startsWith(key))
  if (!piece) return null
  const rest = plainText(block.raw.slice(block.raw.indexOf(piece.raw)))
  return ownAnswer(rest.slice(key.length)) || null
}
