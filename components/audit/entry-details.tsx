import type { ReactNode } from 'react'
import { asWords } from '../../domain/audit/phrases.ts'
import { shortId } from '../../domain/audit/read-entry.ts'
import { type Definition, DefinitionList } from '../ui/definition-list.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { auditAddress } from './audit-query.ts'
import { ChangedFields } from './changed-fields.tsx'
import { CheckedThen } from './checked-then.tsx'
import { RawJson } from './raw-json.tsx'
import type { ShownEntry } from './shown-entry.ts'

const WAYS: Readonly<Record<string, string>> = {
  page: 'a page of Rollcall',
  api: 'the management API',
  flipper: 'a Flipper client',
  system: 'Rollcall itself',
}

/** What an entry holds beside its sentence: what changed, why, from where, on what ground. */
export function EntryDetails({ entry }: { entry: ShownEntry }) {
  return (
    <div className="flex flex-col gap-5">
      <ChangedFields changes={entry.changes} />
      <CheckedThen payload={entry.payload} />
      <DefinitionList items={definitions(entry)} />
      <RawJson payload={entry.payload} />
    </div>
  )
}

function definitions(entry: ShownEntry): Definition[] {
  const { actor, texts, target, via, same_request, request_id } = entry
  const { address, ...said } = texts
  const origin = address ? `${WAYS[via] ?? via}, at ${address}` : (WAYS[via] ?? via)
  return [
    { term: 'Who', description: whoWords(actor) },
    ...Object.entries(said).map(([field, text]) => ({
      term: TERMS[field] ?? asWords(field),
      description: text === null ? <Erased /> : <span className="wrap-anywhere">{text}</span>,
    })),
    ...placeOf(target),
    { term: 'Through', description: origin },
    { term: 'Request', description: requestLink(request_id, same_request.length) },
  ]
}

const TERMS: Readonly<Record<string, string>> = {
  reason: 'Reason',
  note: 'Note',
  given_by: 'Given by',
  detail: 'In detail',
  link: 'Link',
}

function Erased() {
  return <span className="text-ink-soft">Erased; its salted digest is still in the log.</span>
}

function whoWords({ name, kind, roles, token }: ShownEntry['actor']): string {
  const as = roles.length === 0 ? '' : `, ${roles.map(asWords).join(', ')}`
  const by = kind === 'service' ? ', a service account' : token === null ? '' : ', by a token'
  return `${name}${as}${by}`
}

function placeOf({ toggle, environment, plan, roll_call }: ShownEntry['target']): Definition[] {
  const link = (href: string, words: ReactNode) => (
    <TextLink href={href} prefetch={false} className="wrap-anywhere">
      {words}
    </TextLink>
  )
  return [
    ...(toggle === undefined
      ? []
      : [{ term: 'Toggle', description: link(`/toggles/${encodeURIComponent(toggle)}`, toggle) }]),
    ...(environment === undefined ? [] : [{ term: 'Environment', description: environment }]),
    ...(plan === undefined
      ? []
      : [{ term: 'Plan', description: link(`/plans/${encodeURIComponent(plan)}`, plan) }]),
    ...(roll_call === undefined ? [] : [{ term: 'Roll call', description: String(roll_call) }]),
  ]
}

function requestLink(request: string, others: number): ReactNode {
  if (others === 0) return `${shortId(request)}, which caused nothing else`
  return (
    <TextLink href={auditAddress({ request })} prefetch={false}>
      Everything that this caused: {others + 1} entries
    </TextLink>
  )
}
