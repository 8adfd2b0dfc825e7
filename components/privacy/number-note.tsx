import { numberWarning } from '../../domain/privacy/person-numbers.ts'
import { Mark } from '../ui/mark.tsx'

/** Warns, while somebody writes, of what looks like a number that belongs to a person. */
export function NumberNote({ text }: { text: string }) {
  const warning = numberWarning(text)
  return (
    <p aria-live="polite" className="text-sm text-wait empty:hidden">
      {warning && (
        <span className="mt-1 flex max-w-reading gap-2">
          <Mark name="warning" className="mt-1 shrink-0" />
          <span>
            <span className="sr-only">Warning: </span>
            {warning}
          </span>
        </span>
      )}
    </p>
  )
}
