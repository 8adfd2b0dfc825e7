const VIEWS = [
  { name: 'read', label: 'What it says' },
  { name: 'document', label: 'Document' },
  { name: 'edit', label: 'Edit' },
  { name: 'revisions', label: 'Revisions' },
] as const

export type PlanViewName = (typeof VIEWS)[number]['name']

/** The views of a plan's page, named in its address. */
export const PlanView = {
  /** The view that an address asks for; reading when it asks for none that this person can use. */
  of(word: string | undefined, canEdit: boolean): PlanViewName {
    return PlanView.all(canEdit).find(({ name }) => name === word)?.name ?? 'read'
  },
  /** Those that a person can use. */
  all(canEdit: boolean) {
    return VIEWS.filter(({ name }) => canEdit || name !== 'edit')
  },
}
