import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'

interface ListedFieldsProps {
  /** "Stage 2 of 4". */
  legend: string
  /** What the buttons act on, for those who hear them. */
  name: string
  /** How wide its fields are beside each other; below each other on a phone. */
  columns: string
  onRemove: () => void
  /** Absent where it cannot go further up, or down. */
  onUp?: (() => void) | undefined
  onDown?: (() => void) | undefined
  children: ReactNode
}

/** The fields of one of several, with the buttons that move it or take it out. */
export function ListedFields(props: ListedFieldsProps) {
  const { legend, name, columns, onRemove, onUp, onDown, children } = props
  const root = useRef<HTMLFieldSetElement>(null)

  useEffect(() => {
    const first = root.current?.querySelector('input')
    // One that was just asked for is where to write next.
    if (first?.value === '') first.focus()
  }, [])

  return (
    <fieldset ref={root} className="min-w-0 border-b border-rule pb-3">
      <legend className="pb-1.5 text-xs font-semibold text-ink-soft">{legend}</legend>
      <div
        className={classNames(
          'grid grid-cols-2 items-end gap-x-3 gap-y-2 *:max-sm:first:col-span-2',
          columns,
        )}
      >
        {children}
      </div>
      <div className="mt-1.5 -ml-2.5 flex flex-wrap gap-1">
        {onUp && (
          <Button size="small" variant="quiet" aria-label={`Move ${name} up`} onClick={onUp}>
            Move up
          </Button>
        )}
        {onDown && (
          <Button size="small" variant="quiet" aria-label={`Move ${name} down`} onClick={onDown}>
            Move down
          </Button>
        )}
        <Button size="small" variant="quiet" aria-label={`Take ${name} out`} onClick={onRemove}>
          Take out
        </Button>
      </div>
    </fieldset>
  )
}
