'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { isRefreshHeld } from './held-refresh.ts'

const WAITING_MS = 2000
const AT_REST_MS = 15_000

type KeepLookingProps = {
  /** Whether something is on its way whose outcome is expected at once. */
  isPending: boolean
}

/** Draws the page anew while it is looked at: what arrives elsewhere is no entry of the log. */
export function KeepLooking({ isPending }: KeepLookingProps) {
  const router = useRouter()
  useEffect(() => {
    const look = () => {
      if (!document.hidden && !isRefreshHeld()) router.refresh()
    }
    const timer = setInterval(look, isPending ? WAITING_MS : AT_REST_MS)
    return () => clearInterval(timer)
  }, [router, isPending])
  return null
}
