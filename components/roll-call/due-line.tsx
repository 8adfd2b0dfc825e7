import { momentInWords } from '../../domain/audit/moment-words.ts'
import { TimeStamp } from '../ui/time-stamp.tsx'
import { DueForm } from './due-form.tsx'

type DueLineProps = {
  slug: string
  roundId: string
  due: {
    readonly needed_by: string | null
    readonly is_overdue: boolean
    readonly may_set: boolean
  }
}

/** The date of an open round in words, with the form for who may set it; nothing when there is neither. */
export function DueLine({ slug, roundId, due }: DueLineProps) {
  const { needed_by, is_overdue, may_set } = due
  if (needed_by === null && !may_set) return null
  return (
    <section aria-label="Wanted by" className="my-6 flex flex-col gap-3 print:hidden">
      {needed_by !== null && (
        <p className="text-sm">
          Sign-offs are wanted by {momentInWords(needed_by)} (<TimeStamp at={needed_by} />)
          {is_overdue && <strong className="font-semibold text-no-go"> and are overdue</strong>}.
          Who has not spoken is reminded a day before, an hour before, and when it is overdue.
        </p>
      )}
      {may_set && <DueForm slug={slug} roundId={roundId} neededBy={needed_by} />}
    </section>
  )
}
