import type { PlanEdit } from '../../../domain/plan/plan-edit.ts'
import type { PlanContact } from '../../../domain/plan/reading.ts'
import type { Drafted } from './drafted.ts'

/** A contact as a form holds it; `tier` is empty where the plan does not say. */
export interface ContactDraft {
  readonly id: number
  /** Its place in the reading; null for one that is new. */
  readonly from: number | null
  readonly name: string
  readonly role: string
  readonly tier: string
}

export function contactDrafts(contacts: readonly PlanContact[]): ContactDraft[] {
  return contacts.map(({ name, role, tier }, from) => ({
    id: from,
    from,
    name,
    role: role ?? '',
    tier: tier ?? '',
  }))
}

/** The edits that make a plan's contacts those of the form, from the last line up: lines move. */
export function contactEdits(
  before: readonly PlanContact[],
  drafts: readonly ContactDraft[],
): Drafted {
  const edits: PlanEdit[] = []
  const fromBelow = before
    .map((contact, at) => ({ contact, draft: drafts.find(({ from }) => from === at) }))
    .sort((a, b) => b.contact.line - a.contact.line)
  for (const { contact, draft } of fromBelow) {
    const { name, line, role: old } = contact
    if (!draft || draft.tier !== (contact.tier ?? '')) {
      edits.push({ edit: 'remove_contact', name, line })
      continue
    }
    const [to, role] = [draft.name.trim(), draft.role.trim()]
    if (role === '' && old !== null) {
      return { edits: [], missing: `To take the role of ${name} out, edit the Markdown.` }
    }
    const changed = { ...(to !== name && { to }), ...(role !== (old ?? '') && { role }) }
    if (Object.keys(changed).length > 0)
      edits.push({ edit: 'change_contact', name, line, ...changed })
  }
  for (const { from, name, role, tier } of drafts) {
    if (name.trim() === '') return { edits: [], missing: 'Name every contact.' }
    const moved = from !== null && tier !== (before[from]?.tier ?? '')
    if (from !== null && !moved) continue
    edits.push({
      edit: 'add_contact',
      name: name.trim(),
      role: role.trim() || null,
      tier: tier === 'primary' || tier === 'backup' ? tier : null,
    })
  }
  return { edits, missing: null }
}
