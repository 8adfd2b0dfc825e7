/** The pages of settings, in the order in which they are listed. */
export const SETTINGS_PAGES: readonly {
  readonly href: string
  readonly label: string
  /** What is set there, as a sentence. */
  readonly about: string
}[] = [
  {
    href: '/settings/roll-call',
    label: 'Roll call',
    about:
      'Who must speak before a launch, on what, and who may speak for them; a policy for each team.',
  },
  {
    href: '/settings/delegations',
    label: 'Delegations',
    about: 'Who speaks for a discipline in whose place, for a time.',
  },
  {
    href: '/settings/checks',
    label: 'Checks',
    about: 'Which checks hold a flip in which environment. Two people change it.',
  },
  {
    href: '/settings/environments',
    label: 'Environments',
    about: 'Their names and order, and which are protected.',
  },
  {
    href: '/settings/webhooks',
    label: 'Webhooks',
    about: 'Where entries of the log are sent to as they are written, signed.',
  },
]
