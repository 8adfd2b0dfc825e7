'use client'

import type { ApiProblem } from '../api/api-problem.ts'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'

interface Note {
  /** Whose coming or leaving is being noted: a name, or `me`. */
  readonly pending: string | null
  readonly problem: ApiProblem | null
  /** Notes that the caller came or left, or whom `name` names. */
  readonly note: (present: boolean, name?: string) => Promise<void>
}

/** Notes who is in a meeting; the stream then tells everybody. */
export function useNote(slug: string, rollCall: string): Note {
  const { pending, problem, act } = useAct<string>()
  const path = `/release-plans/${encodeURIComponent(slug)}/roll-calls/${rollCall}/attendance`
  const note = (present: boolean, name?: string) =>
    act(name ?? 'me', async () => {
      await callApi('PUT', path, { body: { present, ...(name === undefined ? {} : { name }) } })
    })
  return { pending, problem, note }
}
