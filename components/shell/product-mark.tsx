import { classNames } from '../ui/class-names.ts'

/** A tick whose long arm is a staircase: a go, and the stages it opens. */
export function ProductMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={classNames('size-6 shrink-0', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      aria-hidden="true"
    >
      <path d="M2.5 12.5 8 18v-4.5h4.5V9H17V4.5h4.5" />
    </svg>
  )
}
