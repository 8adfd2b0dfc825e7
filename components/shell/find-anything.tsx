'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import useSWR from 'swr'
import { CommandPaletteOpener } from '../ui/command-palette-opener.tsx'
import type { PaletteItem } from '../ui/palette-items.ts'
import { type FindRights, pageItems } from './page-items.ts'

interface ListedToggle {
  readonly key: string
  readonly description: string
  readonly environments: readonly {
    readonly environment: string
    readonly protected: boolean
    readonly version: number
  }[]
}

interface Listed {
  toggles?: readonly ListedToggle[]
  plans?: readonly { readonly slug: string; readonly title: string }[]
}

async function fetchList(path: string): Promise<Listed> {
  const response = await fetch(path)
  return response.ok ? response.json() : {}
}

export function FindAnything({ rights }: { rights: FindRights }) {
  const router = useRouter()
  const [isOpened, setOpened] = useState(false)
  const toggles = useSWR(isOpened ? '/api/v1/toggles?limit=200' : null, fetchList)
  const plans = useSWR(isOpened ? '/api/v1/release-plans?limit=100' : null, fetchList)
  const items: PaletteItem[] = [
    ...pageItems(rights),
    ...(toggles.data?.toggles ?? []).map(({ key, description }) => ({
      id: `toggle:${key}`,
      group: 'Toggles',
      label: key,
      detail: description,
      href: `/toggles/${encodeURIComponent(key)}`,
    })),
    ...(plans.data?.plans ?? []).map(({ slug, title }) => ({
      id: `plan:${slug}`,
      group: 'Plans',
      label: title,
      detail: slug,
      href: `/plans/${encodeURIComponent(slug)}`,
    })),
    ...(rights.rollBack ? (toggles.data?.toggles ?? []) : []).flatMap(rollBackItems),
    ...(rights.rollBack ? (plans.data?.plans ?? []) : []).map(({ slug, title }) => ({
      id: `roll-back-plan:${slug}`,
      group: 'Roll back',
      label: `Roll back everything of ${title}`,
      keywords: 'undo plan',
      href: `/plans/${encodeURIComponent(slug)}?roll_back`,
    })),
  ]
  return (
    <CommandPaletteOpener
      items={items}
      loading={toggles.isLoading || plans.isLoading}
      onOpen={() => setOpened(true)}
      onChoose={(item) => item.href && router.push(item.href)}
    />
  )
}

/** Wherever a protected environment was flipped at all. */
function rollBackItems({ key, environments }: ListedToggle): PaletteItem[] {
  return environments
    .filter((one) => one.protected && one.version > 1)
    .map(({ environment }) => ({
      id: `roll-back:${key}:${environment}`,
      group: 'Roll back',
      label: `Roll back ${key} in ${environment}`,
      keywords: 'undo',
      href: `/toggles/${encodeURIComponent(key)}?roll_back=${environment}#${environment}`,
    }))
}
