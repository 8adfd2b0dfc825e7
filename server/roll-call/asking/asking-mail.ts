import type { SectionName } from '../../../domain/plan/section-name.ts'
import type { AskingCause } from '../../../domain/roll-call/asking.ts'
import { type Discipline, disciplineName } from '../../../domain/roll-call/disciplines.ts'
import { spoken } from '../../../domain/roll-call/policy.ts'
import type { MailAsked } from '../../mail/enqueue-mail.ts'
import { shownMoment } from '../../mail/shown-moment.ts'

/** What somebody is asked, in one mail. */
export interface Asking {
  readonly cause: AskingCause
  readonly plan: { readonly slug: string; readonly title: string }
  readonly number: number
  readonly openedBy: string
  /** UTC, RFC 3339; null when the round has no date. */
  readonly neededBy: string | null
  readonly disciplines: readonly {
    readonly discipline: Discipline
    readonly reviews: readonly SectionName[]
    readonly staleSections: readonly SectionName[]
    /** The revision of their last word; null when they said nothing. */
    readonly signedOn: number | null
  }[]
}

const SECTIONS: Record<SectionName, string> = {
  toggles: 'the toggles',
  validation: 'the validation',
  staged_rollout: 'the staged-rollout decision',
  rollback: 'the rollback',
  uat: 'user acceptance testing',
  stages: 'the stages',
  contacts: 'the contacts',
  post_launch: 'the look after launch',
}

/** The words of a mail that asks for go or no-go, again after an edit, or reminds of the date. */
export function askingMail(asking: Asking): Pick<MailAsked, 'subject' | 'text' | 'link'> {
  const { cause, plan, neededBy } = asking
  const showsChange = cause === 'stale' && isEdited(asking)
  const wanted = neededBy === null ? '' : ` It is wanted by ${shownMoment(neededBy)}.`
  return {
    subject: subjectOf(asking),
    text: [`${openingOf(asking)}${wanted}`, ...detailOf(asking)].join('\n\n'),
    link: {
      label: showsChange ? 'See what changed since you signed' : 'Say go or no-go',
      path: `/plans/${plan.slug}/roll-call`,
    },
  }
}

/** Whether an edit made it stale; else its time ran out. */
function isEdited({ disciplines }: Asking): boolean {
  return disciplines.some(({ staleSections }) => staleSections.length > 0)
}

function subjectOf(asking: Asking): string {
  const { cause, plan } = asking
  switch (cause) {
    case 'opened':
      return `Asked of you: go or no-go on ${plan.title}`
    case 'stale':
      return isEdited(asking)
        ? `Changed since you signed: ${plan.title}`
        : `Asked of you again: go or no-go on ${plan.title}`
    case 'day_before':
      return `Wanted within a day: your go or no-go on ${plan.title}`
    case 'hour_before':
      return `Wanted within the hour: your go or no-go on ${plan.title}`
    case 'overdue':
      return `Overdue: your go or no-go on ${plan.title}`
  }
}

function openingOf(asking: Asking): string {
  const { cause, plan, number, openedBy, disciplines } = asking
  const forWhat = listed(disciplines.map(({ discipline }) => spoken(disciplineName(discipline))))
  const which = `roll call ${number} of “${plan.title}”`
  if (cause === 'opened') {
    return `${openedBy} opened ${which} and asks you for go or no-go, for ${forWhat}.`
  }
  if (cause === 'stale' && isEdited(asking)) {
    return `The plan changed after you spoke for ${forWhat} in ${which}. Your word no longer counts: look at what changed, then say go or no-go again.`
  }
  if (cause === 'stale') {
    return `The time for which your word for ${forWhat} in ${which} was good is over. It no longer counts: say go or no-go again.`
  }
  return `${which.charAt(0).toUpperCase()}${which.slice(1)} still waits for your go or no-go, for ${forWhat}.`
}

function detailOf({ cause, disciplines }: Asking): string[] {
  if (cause === 'stale') {
    const edited = disciplines.filter(({ staleSections }) => staleSections.length > 0)
    return edited.map(({ staleSections, signedOn }) => {
      const since = signedOn === null ? '' : ` since revision ${signedOn}, which you signed`
      return `Changed${since}: ${listed(staleSections.map((section) => SECTIONS[section]))}.`
    })
  }
  if (cause !== 'opened') return []
  const reviewed = [...new Set(disciplines.flatMap(({ reviews }) => reviews))]
  return [`You review ${listed(reviewed.map((section) => SECTIONS[section]))}.`]
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}
