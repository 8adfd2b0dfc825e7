'use client'

import { useDeferredValue, useMemo } from 'react'
import { Disclosure } from '../ui/disclosure.tsx'
import { TextDifference } from './text-difference-view.tsx'

/** What saving would change, to look at beforehand. */
export function WhatChanges({ before, after }: { before: string; after: string }) {
  const settled = useDeferredValue(after)
  const difference = useMemo(
    () => <TextDifference label="What saving changes" before={before} after={settled} />,
    [before, settled],
  )
  return <Disclosure summary="What saving changes">{difference}</Disclosure>
}
