import type { PlanEdit } from '../../../domain/plan/plan-edit.ts'
import type { PlanToggle } from '../../../domain/plan/reading.ts'
import type { Drafted } from './drafted.ts'

/** A toggle as a form holds it. */
export interface ToggleDraft {
  readonly id: number
  /** Its key in the plan; null for one that is new. */
  readonly from: string | null
  readonly key: string
  readonly description: string
}

export function toggleDrafts(toggles: readonly PlanToggle[]): ToggleDraft[] {
  return toggles.map(({ key, description }, id) => ({
    id,
    from: key,
    key,
    description: description ?? '',
  }))
}

/** The edits that make a plan's toggles those of the form: out, changed, and then the new ones. */
export function toggleEdits(
  before: readonly PlanToggle[],
  drafts: readonly ToggleDraft[],
): Drafted {
  const edits: PlanEdit[] = []
  for (const { key, description: old } of before) {
    const draft = drafts.find(({ from }) => from === key)
    if (!draft) {
      edits.push({ edit: 'remove_toggle', key })
      continue
    }
    const [to, description] = [draft.key.trim(), draft.description.trim()]
    const changed = {
      ...(to !== key && { to }),
      ...(description !== '' && description !== (old ?? '') && { description }),
    }
    if (Object.keys(changed).length > 0) edits.push({ edit: 'change_toggle', key, ...changed })
  }
  for (const { from, key, description } of drafts) {
    if (!/^[A-Za-z][\w-]*$/.test(key.trim())) return { edits: [], missing: wrongKey(key.trim()) }
    if (from !== null) continue
    edits.push({ edit: 'add_toggle', key: key.trim(), description: description.trim() || null })
  }
  return { edits, missing: null }
}

function wrongKey(key: string): string {
  return key === ''
    ? 'Give every toggle its key.'
    : `“${key}” is no key: it begins with a letter and has letters, digits, _ or -.`
}
