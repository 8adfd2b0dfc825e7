import { describeFlip } from './describe-flip.ts'
import { describeGrant, describeRevocation, personWords, tokenWords } from './describe-people.ts'
import { describeRefusal } from './describe-refusal.ts'
import type { EntryPayload } from './entry.ts'
import { momentInWords } from './moment-words.ts'
import { asWords, disciplineWords, listed, place, round, verdictWords } from './phrases.ts'
import type { ReadEntry } from './read-entry.ts'

/**
 * One entry as one sentence: who did what, where, on what ground. Every kind of entry has its
 * words here, so that pages, exports and notices say the same. Never throws: an entry outlives the
 * version that wrote it, and one that this version cannot put into words is named by its type.
 */
export function describe(entry: ReadEntry): string {
  return `${actorWords(entry)} ${knownDeed(entry) ?? `wrote an entry of the type ${entry.payload.type}`}.`
}

function knownDeed(entry: ReadEntry): string | undefined {
  try {
    return deed(entry)
  } catch (error) {
    // Members that the type promises are missing, or hold no moment where one belongs.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

function actorWords({ payload, actor_name }: ReadEntry): string {
  return payload.actor.kind === 'service' ? `The service account ${actor_name}` : actor_name
}

function deed({ payload, names, texts, launched_at }: ReadEntry): string {
  const { target, changes } = payload
  switch (payload.type) {
    case 'toggle.widened':
    case 'toggle.narrowed':
    case 'toggle.reshaped':
    case 'toggle.rolled_back':
    case 'flip.overrode_checks':
      return describeFlip(payload, launched_at)
    case 'attempt.refused':
      return describeRefusal(payload.data, target)
    case 'override.reviewed':
      return `reviewed the override of ${place(target)} and found it ${asWords(payload.data.verdict)}`
    case 'toggle.registered':
      return `registered ${place(target)}${target.plan === undefined ? '' : `, named by the plan ${target.plan}`}`
    case 'toggle.described':
      return `changed what is said of ${place(target)}`
    case 'toggle.archived':
      return `archived ${place(target)}`
    case 'plan.imported':
      return `imported the plan "${payload.data.title}"${registering(payload.data.registered)}`
    case 'plan.revised':
      return `saved revision ${payload.data.revision} of the plan ${target.plan ?? ''}`.trimEnd()
    case 'finding.acknowledged':
      return `acknowledged the finding ${payload.data.finding} of the plan ${target.plan ?? ''}`.trimEnd()
    case 'roll_call.opened':
      return `opened ${round(target)} on revision ${payload.data.revision}${asking(payload.data.required)}`
    case 'sign_off.signed':
      return `signed ${verdictWords(payload.data.verdict)} for ${disciplineWords(payload.data.discipline)} in ${round(target)}, on revision ${payload.data.revision}`
    case 'sign_off.recorded':
      return `recorded that ${texts.given_by ?? 'a contact'} said ${verdictWords(payload.data.verdict)} for ${disciplineWords(payload.data.discipline)} in ${round(target)}, on revision ${payload.data.revision}`
    case 'prompt.answered':
      return `answered prompt ${payload.data.n} of ${round(target)} with ${asWords(payload.data.answer)}`
    case 'roll_call.decided':
      return `decided ${round(target)}: ${payload.data.decision}`
    case 'freeze.set':
      return `set a freeze${ofEnvironments(payload.data.environments)} from ${momentInWords(payload.data.starts_at)} to ${momentInWords(payload.data.ends_at)}`
    case 'freeze.lifted':
      return `lifted ${liftedFreeze(changes)}`
    case 'team.created':
      return `created the team ${createdName(payload) ?? payload.data.slug}`
    case 'environment.created':
      return `created the ${payload.data.protected ? 'protected ' : ''}environment ${target.environment ?? ''}`.trimEnd()
    case 'person.added':
      return `added ${personWords(payload.data.person, names)} to the people`
    case 'person.disabled':
      return `disabled ${personWords(payload.data.person, names)}, who can no longer sign in`
    case 'person.moved':
      return `moved ${personWords(payload.data.person, names)} to another identity provider`
    case 'membership.granted':
      return describeGrant(payload.data, changes, names)
    case 'membership.revoked':
      return describeRevocation(payload.data, changes, names)
    case 'session.started':
      return payload.data.method === 'oidc' ? 'signed in' : `signed in by ${payload.data.method}`
    case 'session.ended':
      return 'signed out'
    case 'token.made':
      return `made ${tokenWords(payload.data)}`
    case 'token.revoked':
      return `revoked ${tokenWords(payload.data)}`
    case 'log.exported':
      return `exported the audit log as ${FORMATS[payload.data.format] ?? payload.data.format}`
  }
}

const FORMATS: Readonly<Record<string, string>> = { jsonl: 'JSON Lines', csv: 'CSV' }

function registering(keys: readonly string[]): string {
  return keys.length === 0 ? '' : ` and registered ${listed(keys)}`
}

function asking(required: readonly string[]): string {
  return required.length === 0 ? '' : `; required: ${listed(required.map(disciplineWords))}`
}

function ofEnvironments(environments: readonly string[]): string {
  return environments.length === 0 ? '' : ` of ${listed(environments)}`
}

function liftedFreeze(changes: EntryPayload['changes']): string {
  const freeze = changes.find(({ entity }) => entity === 'freeze_window')?.after
  if (typeof freeze?.starts_at !== 'string' || typeof freeze.ends_at !== 'string') return 'a freeze'
  return `the freeze from ${momentInWords(freeze.starts_at)} to ${momentInWords(freeze.ends_at)}`
}

function createdName({ changes }: EntryPayload): string | null {
  const name = changes.find(({ entity }) => entity === 'team')?.after.name
  return typeof name === 'string' ? name : null
}
