import { AuditNav } from '../../../components/audit/audit-nav.tsx'
import type { SearchParams } from '../../../components/audit/audit-query.ts'
import { inputMoment } from '../../../components/audit/input-moment.ts'
import { PastStateForm } from '../../../components/audit/past-state-form.tsx'
import { PastStateTable } from '../../../components/audit/past-state-table.tsx'
import { EmptyState } from '../../../components/ui/empty-state.tsx'
import { PageHeader } from '../../../components/ui/page-header.tsx'
import { TextLink } from '../../../components/ui/text-link.tsx'
import type { PersonActor } from '../../../domain/actor.ts'
import { pastMomentSchema } from '../../../domain/audit/entry-query.ts'
import { momentInWords } from '../../../domain/audit/moment-words.ts'
import { findChoices } from '../../../server/audit/find-choices.ts'
import { stateAt } from '../../../server/toggles/state-at.ts'

type PastStateProps = { actor: PersonActor; params: SearchParams }

/** What every toggle let in at a moment: the moment asked for, or now when none is named yet. */
export async function PastState({ actor, params }: PastStateProps) {
  const text = typeof params.at === 'string' ? params.at.trim() : ''
  const asked = pastMomentSchema.safeParse(text === '' ? new Date().toISOString() : text)
  const { environments } = await findChoices(actor)
  const environment = environments.find(({ key }) => key === params.environment)
  const found = asked.success
    ? await stateAt(actor, { at: asked.data, environment: environment?.key })
    : null
  return (
    <>
      <PageHeader title="Audit" summary="What stood at a past moment, from the log alone." />
      <AuditNav current="past" />
      <PastStateForm
        at={inputMoment(text === '' ? found?.at : text)}
        environment={environment?.key ?? ''}
        environments={environments.map(({ key }) => key)}
        error={asked.success ? undefined : 'This is no moment. Choose a day and a minute.'}
      />
      {found && found.states.length > 0 && (
        <>
          <p className="mb-6 max-w-reading text-ink-soft">
            After <TextLink href={`/audit/${found.seq}`}>entry {found.seq}</TextLink>, the newest at
            that moment. Each state leads to the entry that made it; toggles registered later are
            not among them.
          </p>
          <PastStateTable
            caption={momentInWords(found.at)}
            environments={environment === undefined ? environments : [environment]}
            states={found.states}
          />
        </>
      )}
      {found?.states.length === 0 && (
        <EmptyState title="There was no toggle yet">
          At {momentInWords(found.at)} none was registered. Choose a later moment.
        </EmptyState>
      )}
    </>
  )
}
