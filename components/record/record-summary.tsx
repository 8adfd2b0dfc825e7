import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { type Definition, DefinitionList } from '../ui/definition-list.tsx'
import { exactWords } from '../ui/time-words.ts'
import { Digest } from './digest.tsx'
import { decisionWords } from './record-words.ts'
import { ToldBy } from './told-entry.tsx'

/** What an auditor asks first: which text, decided how, by whom, and up to which entry. */
export function RecordSummary({ record }: { record: ReleaseRecord }) {
  const { plan, text, rounds, as_of, toggles } = record
  const decided = rounds.shown.findLast(({ decision }) => decision !== null)
  const items: Definition[] = [
    { term: 'Team', description: plan.team_name },
    {
      term: 'Plan',
      description: (
        <>
          Revision {text.number}, saved by <ToldBy told={text.saved} />
        </>
      ),
    },
    {
      term: 'SHA-256',
      description: (
        <>
          <Digest>{text.sha256}</Digest> of {text.bytes.toLocaleString('en-US')} bytes
        </>
      ),
    },
    {
      term: 'Decision',
      description: decided ? (
        <>
          <strong>{decisionWords(decided.decision)}</strong> in round {decided.number}, by{' '}
          <ToldBy told={decided.decided} />
        </>
      ) : (
        'None yet'
      ),
    },
    { term: 'Toggles', description: toggleWords(toggles) },
    {
      term: 'As of',
      description: (
        <>
          Entry {as_of.seq} of the log, sealed{' '}
          <time dateTime={as_of.at}>{exactWords(new Date(as_of.at))}</time>
          {as_of.round !== null && `, when round ${as_of.round} was ${decidedOrOpen(record)}`}
        </>
      ),
    },
  ]
  return (
    <div className="mb-12">
      <DefinitionList items={items} />
    </div>
  )
}

function decidedOrOpen({ rounds, as_of }: ReleaseRecord): string {
  const round = rounds.shown.find(({ number }) => number === as_of.round)
  return round?.decision == null ? 'still open' : 'decided'
}

function toggleWords(toggles: ReleaseRecord['toggles']) {
  if (toggles.length === 0) return 'The plan names none'
  return (
    <ul>
      {toggles.map(({ key, status, in_text }) => (
        <li key={key}>
          <code className="font-mono wrap-anywhere">{key}</code>
          {status === 'unknown' && ', not in the registry'}
          {status === 'archived' && ', archived'}
          {!in_text && ', named by an earlier text only'}
        </li>
      ))}
    </ul>
  )
}
