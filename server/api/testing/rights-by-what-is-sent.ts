import { anywhere, inTeam, type Rights } from './rights.ts'
import type { Sent } from './send-example.ts'

/** A flip that narrows or is not in production asks for another right than one that widens there. */
const flip = ({ params, json }: Sent) =>
  inTeam(
    (params?.environment ?? Object(json).environment) === 'production'
      ? 'flip.widen_protected'
      : 'flip.unprotected',
  )

/** One says go for one's own discipline, or records what its lead said. */
const word = ({ params, json }: Sent) =>
  Object(json).given_by === undefined
    ? { ...inTeam('sign_off.sign'), speaksFor: params?.discipline ?? '' }
    : inTeam('sign_off.record')

/** Operations that ask for another right by what they are sent. */
export const BY_WHAT_IS_SENT: Readonly<Record<string, (sent: Sent) => Rights>> = {
  flipToggle: flip,
  flipPlan: flip,
  flipTogether: flip,
  narrowToggles: flip,
  proposeNarrowing: flip,
  rollBackToggle: flip,
  scheduleFlip: (sent) => ({ ...flip(sent), byPersons: true }),
  scheduleTogether: (sent) => ({ ...flip(sent), byPersons: true }),
  giveSignOff: word,
  withdrawSignOff: word,
  createDelegation: ({ json }) => ({
    ...inTeam('sign_off.delegate'),
    speaksFor: String(Object(json).discipline),
  }),
  importPlan: ({ query }) =>
    query?.register === undefined
      ? anywhere('plan.import')
      : { ...anywhere('plan.import', 'toggle.register'), every: true },
}
