import type { ReactNode } from 'react'
import { Callout } from './callout.tsx'

/** What a page shows of an RFC 9457 problem document. */
export type Problem = {
  title: string
  detail?: string
  fields?: readonly { path: string; message: string }[]
}

type ProblemNoteProps = {
  problem: Problem
  /** What was not changed, and what to do now. */
  children?: ReactNode
  actions?: ReactNode
}

export function ProblemNote({ problem, children, actions }: ProblemNoteProps) {
  const { title, detail, fields = [] } = problem
  return (
    <Callout tone="danger" title={title} actions={actions} live>
      {detail && <p>{detail}</p>}
      {fields.length > 0 && (
        <ul className="my-1 list-disc pl-5">
          {fields.map((field) => (
            <li key={`${field.path} ${field.message}`}>
              <code>{field.path}</code>: {field.message}
            </li>
          ))}
        </ul>
      )}
      {children}
    </Callout>
  )
}
