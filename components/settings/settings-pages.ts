import type { Actor } from '../../domain/actor.ts'
import { type Action, may } from '../../domain/permissions.ts'

/** One page of settings. */
interface SettingsPage {
  readonly href: string
  readonly label: string
  /** What is set there, as a sentence. */
  readonly about: string
  /** Whose page it is: of who may do this; of everybody when left out. */
  readonly for?: Action
  /** Under which heading it stands; under the last when left out. */
  readonly group?: SettingsGroup
}

/** The headings of settings, in their order. */
const SETTINGS_GROUPS = ['Yours', 'Releases', 'Who may do what', 'The installation'] as const

type SettingsGroup = (typeof SETTINGS_GROUPS)[number]

/** The pages of settings, in the order in which they are listed under their heading. */
const SETTINGS_PAGES: readonly SettingsPage[] = [
  {
    href: '/settings/sessions',
    label: 'Your sessions',
    about: 'Where you are signed in. End what you no longer use.',
    group: 'Yours',
  },
  {
    href: '/settings/tokens',
    label: 'Tokens',
    about: 'With which programs act for you, for a service account or for an application.',
    group: 'Yours',
  },
  {
    href: '/settings/roll-call',
    label: 'Roll call',
    about:
      'Who must speak before a launch, on what, and who may speak for them; a policy for each team.',
    group: 'Releases',
  },
  {
    href: '/settings/delegations',
    label: 'Delegations',
    about: 'Who speaks for a discipline in whose place, for a time.',
    group: 'Releases',
  },
  {
    href: '/settings/checks',
    label: 'Checks',
    about: 'Which checks hold a flip in which environment. Two people change it.',
    group: 'Releases',
  },
  {
    href: '/settings/environments',
    label: 'Environments',
    about: 'Their names and order, and which are protected.',
    group: 'Releases',
  },
  {
    href: '/settings/teams',
    label: 'Teams and roles',
    about: 'Who is what in which team; grant a role, or take one back.',
    group: 'Who may do what',
  },
  {
    href: '/settings/permissions',
    label: 'What roles may do',
    about: 'Every right, and the roles that have it.',
    group: 'Who may do what',
  },
  {
    href: '/settings/people',
    label: 'People',
    about: 'Everybody who is known here: add, disable, enable, and see where they are signed in.',
    for: 'person.manage',
    group: 'Who may do what',
  },
  {
    href: '/settings/sign-in',
    label: 'Sign-in',
    about: 'The identity provider, how long sessions last, and which groups give which roles.',
    for: 'person.manage',
    group: 'Who may do what',
  },
  {
    href: '/settings/mail',
    label: 'Mail',
    about: 'What is set for mail, whether it goes out, and what failed.',
    for: 'person.manage',
  },
  {
    href: '/settings/webhooks',
    label: 'Webhooks',
    about: 'Where entries of the log are sent to as they are written, signed.',
    for: 'webhook.manage',
    group: 'The installation',
  },
]

/** The pages of settings that somebody may open, under their headings. */
export function settingsFor(
  actor: Actor,
): readonly { readonly heading: string; readonly pages: readonly SettingsPage[] }[] {
  const own = SETTINGS_PAGES.filter((page) => page.for === undefined || may(actor, page.for))
  const last = SETTINGS_GROUPS.at(-1)
  return SETTINGS_GROUPS.map((heading) => ({
    heading,
    pages: own.filter(({ group = last }) => group === heading),
  })).filter(({ pages }) => pages.length > 0)
}
