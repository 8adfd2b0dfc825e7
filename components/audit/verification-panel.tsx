'use client'

import { useState } from 'react'
import useSWR from 'swr'
import { problemOf } from '../api/api-problem.ts'
import { readApi } from '../api/call-api.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNote } from '../ui/problem-note.tsx'
import type { Verification } from './verification.ts'
import { VerificationResult } from './verification-result.tsx'

/** A log that is longer is recomputed when somebody asks: it takes seconds of the database's time. */
const BY_ITSELF = 50_000

/** Recomputes the log when the page opens, and again when asked; never by itself meanwhile. */
export function VerificationPanel({ entries }: { entries: number }) {
  const [isAsked, setAsked] = useState(entries <= BY_ITSELF)
  const [thorough, setThorough] = useState(false)
  const address = isAsked ? `/audit/verification${thorough ? '?thorough=true' : ''}` : null
  const { data, error, isValidating, mutate } = useSWR<Verification, unknown>(address, readApi, {
    revalidateOnFocus: false,
    revalidateOnReconnect: false,
    shouldRetryOnError: false,
  })

  function askThoroughly() {
    setAsked(true)
    setThorough(true)
  }

  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
      <div className="min-w-0 flex-1 basis-96" aria-live="polite">
        {!isAsked && (
          <p className="text-ink-soft">
            {entries.toLocaleString('en-US')} entries: recomputing them takes a while, so it begins
            when you ask.
          </p>
        )}
        {isAsked && !data && !error && (
          <p className="text-ink-soft">
            {thorough ? 'Looking at' : 'Recomputing'} {entries.toLocaleString('en-US')} entries
            {thorough ? ', their texts and their changes' : ''} …
          </p>
        )}
        {error !== undefined && !isValidating && (
          <ProblemNote problem={problemOf(error)}>Nothing is known of the log now.</ProblemNote>
        )}
        {data && <VerificationResult result={data} />}
      </div>
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button
          size="small"
          pending={isValidating}
          onClick={() => (isAsked ? void mutate() : setAsked(true))}
        >
          {isAsked ? 'Verify again' : 'Verify now'}
        </Button>
        {!thorough && (
          <Button size="small" variant="quiet" onClick={askThoroughly}>
            Verify texts and changes too
          </Button>
        )}
      </div>
    </div>
  )
}
