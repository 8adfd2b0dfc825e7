'use client'

import { useEffect, useState } from 'react'
import { type ApiProblem, problemOf } from '../../api/api-problem.ts'
import type { Drafted } from './drafted.ts'
import { revisionText, textWith } from './edit-calls.ts'
import type { EditedPlan } from './edited-part.ts'

const SETTLED_MS = 350

/** What edits would change, of these edits while `pending` is not set. */
export interface EditsPreview {
  readonly before: string
  readonly after: string
  readonly pending: boolean
  readonly problem: ApiProblem | null
}

interface Settled extends Omit<EditsPreview, 'pending'> {
  readonly of: Drafted | null
}

/** Asks what edits would make of a plan's text, once they rest for a moment. */
export function useEditsPreview(plan: EditedPlan, drafted: Drafted): EditsPreview {
  const { slug, revision } = plan
  const [text, setText] = useState<{ revision: number; text: string } | null>(null)
  const [settled, setSettled] = useState<Settled>({
    of: null,
    before: '',
    after: '',
    problem: null,
  })
  const before = text?.revision === revision ? text.text : null

  useEffect(() => {
    if (drafted.edits.length === 0) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const old = before ?? (await revisionText({ slug, revision }))
        const after = await textWith({ slug, revision }, old, drafted.edits, abort.signal)
        if (abort.signal.aborted) return
        if (before === null) setText({ revision, text: old })
        setSettled({ of: drafted, before: old, after, problem: null })
      } catch (error) {
        if (abort.signal.aborted) return
        setSettled({ of: drafted, before: '', after: '', problem: problemOf(error) })
      }
    }, SETTLED_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [slug, revision, drafted, before])

  const isSettled = settled.of === drafted || drafted.edits.length === 0
  return {
    before: settled.before,
    after: settled.after,
    pending: !isSettled,
    problem: isSettled && drafted.edits.length > 0 ? settled.problem : null,
  }
}
