import type { PlanText } from '../plan-text.ts'
import { readContacts } from '../read-contacts.ts'
import type { TextChange } from './text-change.ts'

export type ContactChange = {
  name: string
  line: number
  to?: string | undefined
  role?: string | undefined
}

/** The ways to give a contact another name or role: over the words that say it, in their line. */
export function changeContact(plan: PlanText, change: ContactChange): TextChange[][] {
  const { name, line, to, role } = change
  const known = readContacts(plan).find((one) => one.name === name && one.line === line)
  const block = plan.blocks.find((one) => one.line <= line && one.lastLine >= line)
  if (!known || !block) return []
  const piece = block.pieces.find((one) => one.line === line) ?? block
  const at = plan.source.indexOf(name, piece.from)
  if (at < 0 || at >= piece.to) return []
  const renamed = to === undefined ? [] : [{ from: at, to: at + name.length, text: to }]
  if (role === undefined) return [renamed]
  return places(plan, known.role, at, name.length, piece).map((place) => [
    ...renamed,
    { ...place, text: place.from === place.to ? ` - ${role}` : role },
  ])
}

/** Where the role stands, nearest behind the name first; where there is none, right behind it. */
function places(
  plan: PlanText,
  old: string | null,
  at: number,
  length: number,
  within: { from: number; to: number },
): { from: number; to: number }[] {
  if (old === null) return [at + length, within.to].map((end) => ({ from: end, to: end }))
  const behind = plan.source.indexOf(old, at + length)
  const before = plan.source.lastIndexOf(old, at - old.length)
  return [behind, before]
    .filter((place) => place >= within.from && place + old.length <= within.to)
    .map((place) => ({ from: place, to: place + old.length }))
}
