import { classNames } from '../ui/class-names.ts'

/** Where a line's number leads when nothing else is said: the document on the same page. */
const LINE_ON_PAGE = '#line-'

interface LineNoteProps {
  line: number
  /** An address to which the line's number is added. */
  lineHref?: string | undefined
  className?: string
}

/** The line that a value was read from, as a link to it. */
export function LineNote({ line, lineHref = LINE_ON_PAGE, className }: LineNoteProps) {
  return (
    <a
      href={`${lineHref}${line}`}
      data-go={line}
      className={classNames(
        'inline-block min-h-6 shrink-0 text-xs leading-6 font-normal whitespace-nowrap text-ink-soft underline decoration-rule-strong underline-offset-2 hover:text-accent',
        className,
      )}
    >
      line {line}
    </a>
  )
}
