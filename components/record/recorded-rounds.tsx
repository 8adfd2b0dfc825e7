import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { disciplineName } from '../../domain/roll-call/disciplines.ts'
import { AttendanceTable } from './attendance-table.tsx'
import { Digest } from './digest.tsx'
import { PromptTable } from './prompt-table.tsx'
import { None, RecordSection } from './record-section.tsx'
import { decisionWords, scopeWords } from './record-words.ts'
import { SaidTable } from './said-table.tsx'
import { SignedSections } from './signed-sections.tsx'
import { ToldBy } from './told-entry.tsx'

type Round = ReleaseRecord['rounds']['shown'][number]

/** The go/no-go rounds, oldest first. */
export function RecordedRounds({ rounds }: Pick<ReleaseRecord, 'rounds'>) {
  return (
    <RecordSection id="rounds" title="Roll calls">
      {rounds.total === 0 && (
        <None>
          No roll call has been opened: nobody was asked, and nothing was decided. When one is, each
          discipline’s word and the decision stand here.
        </None>
      )}
      {rounds.total > rounds.shown.length && (
        <p className="mb-4 max-w-reading text-sm">
          {rounds.total} rounds in all; the newest {rounds.shown.length} stand here. An older one
          has a record of its own: add ?round= and its number to this address.
        </p>
      )}
      {rounds.shown.map((round) => (
        <RecordedRoundPart key={round.id} round={round} />
      ))}
    </RecordSection>
  )
}

function RecordedRoundPart({ round }: { round: Round }) {
  const { number, revision, opened, decision, decided, note, prompts, attendance } = round
  const { purpose, policy, dropped } = round
  return (
    <section aria-labelledby={`round-${number}`} className="mb-10">
      <h3 id={`round-${number}`} className="mb-2 scroll-mt-20 text-lg font-semibold">
        Round {number}: {decisionWords(decision)}
      </h3>
      <p className="max-w-reading text-sm">
        Opened {purpose && `for ${purpose}, `}on revision {revision} of the plan by{' '}
        <ToldBy told={opened} />.
      </p>
      <p className="max-w-reading text-sm text-ink-soft">
        By{' '}
        {policy.version === null
          ? 'the default policy'
          : `version ${policy.version} of the team’s policy`}
        , SHA-256 <Digest>{policy.sha256}</Digest>.
      </p>
      {dropped.map(({ discipline, reason }) => (
        <p key={discipline} className="max-w-reading text-sm">
          Without {disciplineName(discipline)}, which the policy requires: “{reason}”
        </p>
      ))}
      {decision !== null && (
        <p className="max-w-reading text-sm">
          Decided to {decision} {decision === 'launch' && `${scopeWords(round)} `}by{' '}
          <ToldBy told={decided} />
          {note === null ? '.' : `: “${note}”`}
        </p>
      )}
      <SaidTable round={round} />
      <SignedSections round={round} />
      {prompts.length > 0 && <PromptTable prompts={prompts} number={number} />}
      <AttendanceTable attendance={attendance} number={number} />
    </section>
  )
}
