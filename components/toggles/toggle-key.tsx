import { Fragment } from 'react'

/** A toggle's key that breaks after its underscores and dots, where a line is too short for it. */
export function ToggleKey({ children: key }: { children: string }) {
  const parts = key.split(/(?<=[_.:-])/)
  let at = 0
  return parts.map((part) => {
    const start = at
    at += part.length
    return (
      <Fragment key={start}>
        {start > 0 && <wbr />}
        {part}
      </Fragment>
    )
  })
}
