import type { PaletteItem } from '../ui/palette-items.ts'

/** What the reader may do at all: an act that is never theirs is not offered. */
export interface FindRights {
  readonly importPlans: boolean
  readonly registerToggles: boolean
  readonly rollBack: boolean
}

const PAGES: readonly (PaletteItem & { needs?: keyof FindRights })[] = [
  { id: 'home', group: 'Go to', label: 'Home', keywords: 'waiting for me', href: '/' },
  { id: 'toggles', group: 'Go to', label: 'Toggles', href: '/toggles' },
  { id: 'plans', group: 'Go to', label: 'Plans', href: '/plans' },
  {
    id: 'import',
    group: 'Do',
    label: 'Import a release plan',
    href: '/plans/import',
    needs: 'importPlans',
  },
  {
    id: 'new-plan',
    group: 'Do',
    label: 'Begin a new plan',
    keywords: 'template',
    href: '/plans/new',
    needs: 'importPlans',
  },
  {
    id: 'bring-in',
    group: 'Do',
    label: 'Bring in toggles',
    keywords: 'flipper export features.yml migrate',
    href: '/toggles/import',
    needs: 'registerToggles',
  },
  {
    id: 'freezes',
    group: 'Go to',
    label: 'Freezes',
    keywords: 'calendar stop the line window',
    href: '/freezes',
  },
  {
    id: 'checks',
    group: 'Go to',
    label: 'Which checks bind',
    keywords: 'settings',
    href: '/settings/checks',
  },
  {
    id: 'environments',
    group: 'Go to',
    label: 'Environments',
    keywords: 'settings protect',
    href: '/settings/environments',
  },
  { id: 'people', group: 'Go to', label: 'People', keywords: 'contacts', href: '/people' },
  { id: 'audit', group: 'Go to', label: 'Audit', keywords: 'log history', href: '/audit' },
  {
    id: 'last-hour',
    group: 'Go to',
    label: 'The last hour',
    keywords: 'what changed incident recent flips',
    href: '/audit?last=hour',
  },
  {
    id: 'verify',
    group: 'Do',
    label: 'Verify the audit log',
    keywords: 'prove chain',
    href: '/audit#verification',
  },
]

/** The pages and acts of the command palette, those alone that are this reader's. */
export function pageItems(rights: FindRights): PaletteItem[] {
  return PAGES.filter(({ needs }) => needs === undefined || rights[needs]).map(
    ({ needs: _, ...item }) => item,
  )
}
