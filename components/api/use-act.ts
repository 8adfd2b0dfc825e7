'use client'

import { useState } from 'react'
import { type ApiProblem, problemOf } from './api-problem.ts'

interface Act<What> {
  /** What is under way, null when nothing is. */
  readonly pending: What | null
  readonly problem: ApiProblem | null
  /** Does one thing; while it runs `pending` is `what`, and what it throws becomes `problem`. */
  readonly act: (what: What, work: () => Promise<void>) => Promise<void>
}

/** One thing at a time against our API, with what it was refused kept to show. */
export function useAct<What = true>(): Act<What> {
  const [pending, setPending] = useState<What | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)

  async function act(what: What, work: () => Promise<void>) {
    setPending(() => what)
    setProblem(null)
    try {
      await work()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setPending(null)
    }
  }

  return { pending, problem, act }
}
