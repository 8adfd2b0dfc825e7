import { classNames } from '../ui/class-names.ts'

/** A tick whose long arm is a staircase: a go, and the stages it opens. */
export function ProductMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={classNames('size-6 shrink-0', className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="3.2"
      aria-hidden="true"
    >
      <path d="M2.5 12l5 5.5h5v-6H17v-6h5" />
    </svg>
  )
}
