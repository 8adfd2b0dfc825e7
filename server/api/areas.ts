/** The areas of the API in the order of its reference: each operation's `tag` is one of them. */
export const AREAS: Readonly<Record<string, string>> = {
  'Release plans':
    'The Markdown document that a team wrote, what is read of it, and its revisions.',
  'Roll calls': 'One go/no-go round: who must speak, what they said, and the decision.',
  Delegations: 'Who speaks in whose place, for a time.',
  Stages: 'The planned steps of a rollout and what each came to.',
  'Check-ins': 'The looks back, a week and a month after launch.',
  Toggles: 'The registry, and the state of each toggle in each environment.',
  Flips: 'Several toggles at once.',
  Schedules: 'Flips at a later moment, checked again then.',
  Guards: 'What monitoring may hold or lower.',
  Incidents: 'What holds one toggle until it is resolved.',
  Freezes: 'Windows in which nothing widens, and the line.',
  Overrides: 'Widenings although checks failed, until a second person has reviewed them.',
  Audit: 'The log: what happened, by whom and why; as it was at a moment; whether it holds.',
  Webhooks: 'Where entries of the log are sent to as they are written.',
  Environments: 'Where toggles have states, and which of those are protected.',
  Checks: 'Which checks bind, and who agreed to it.',
  People: 'Who is who.',
  'Teams and roles': 'Who is what in which team.',
  'Signing in': 'How people sign in, which groups give which roles, and mail.',
  Tokens: 'What programs sign in with.',
}
