'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { LinkButton } from '../ui/link-button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import type { ApiProblem } from './api-problem.ts'

type ApiProblemNoteProps = {
  problem: ApiProblem
  /** Paths of the fields that show their own message beside them. */
  shown?: readonly string[]
  actions?: ReactNode
}

/** What the API refused, with the way on where there is one: signing in again. */
export function ApiProblemNote({ problem, shown = [], actions }: ApiProblemNoteProps) {
  const path = usePathname()
  const signIn = problem.status === 401 || problem.code === 'fresh-sign-in-needed'
  const elsewhere = problem.fields.filter((field) => !shown.includes(field.path))
  const allShown = problem.fields.length > 0 && elsewhere.length === 0
  return (
    <ProblemNote
      problem={
        problem.fields.length === 0
          ? { title: problem.title, detail: problem.detail }
          : {
              title: problem.title,
              detail: allShown ? 'Correct what is marked and try again.' : '',
              fields: elsewhere,
            }
      }
      actions={
        signIn ? (
          <LinkButton
            href={`/sign-in?fresh=1&callbackUrl=${encodeURIComponent(path)}`}
            size="small"
          >
            Sign in again
          </LinkButton>
        ) : (
          actions
        )
      }
    >
      {problem.missing.length > 0 && (
        <ul className="my-1 list-disc pl-5">
          {problem.missing.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </ProblemNote>
  )
}
