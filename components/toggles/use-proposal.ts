'use client'

import useSWR from 'swr'
import type { StatePatch } from '../../domain/toggle/state.ts'
import { callApi } from '../api/call-api.ts'
import { type EnvironmentView, type ProposalView, statePath } from './toggle-view.ts'
import { useSettled } from './use-settled.ts'

const settledAfterMs = 200

/**
 * What a patch would do, asked once the hand rests, and again whenever the page was drawn anew: a
 * vote or a freeze may have changed what the checks say. `isCurrent` is false while the answer is
 * about something else than what is shown.
 */
export function useProposal(toggle: string, now: EnvironmentView, patch: StatePatch, seen: string) {
  const wanted = JSON.stringify(patch)
  const settled = useSettled(wanted, settledAfterMs)
  const { data, error, mutate } = useSWR<ProposalView, unknown>(
    [`${statePath(toggle, now.environment)}/proposal`, settled, seen],
    ([path, body]: [string, string]) =>
      callApi<ProposalView>('POST', path, { body: JSON.parse(body) }),
    { keepPreviousData: true, revalidateOnFocus: false },
  )
  const isCurrent = settled === wanted && data?.version === now.version
  return { proposal: data, error, askAgain: () => void mutate(), isCurrent }
}
