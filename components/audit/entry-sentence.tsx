import { Fragment } from 'react'
import { ToggleKey } from '../toggles/toggle-key.tsx'

/** The sentence of an entry, the toggle's key set as what it is: a name in a registry. */
export function EntrySentence({
  children,
  toggle,
}: {
  children: string
  toggle?: string | undefined
}) {
  if (toggle === undefined || toggle === '') return children
  const parts = children.split(toggle)
  return parts.map((part, index) => (
    // The parts of one sentence never change places.
    <Fragment key={parts.slice(0, index + 1).join(' ')}>
      {index > 0 && (
        <code className="font-mono text-[0.95em]">
          <ToggleKey>{toggle}</ToggleKey>
        </code>
      )}
      {part}
    </Fragment>
  ))
}
