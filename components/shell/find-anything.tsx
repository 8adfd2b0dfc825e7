'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import useSWR from 'swr'
import { CommandPaletteOpener } from '../ui/command-palette-opener.tsx'
import type { PaletteItem } from '../ui/palette-items.ts'

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

const PAGES: readonly PaletteItem[] = [
  { id: 'home', group: 'Go to', label: 'Home', keywords: 'waiting for me', href: '/' },
  { id: 'toggles', group: 'Go to', label: 'Toggles', href: '/toggles' },
  { id: 'plans', group: 'Go to', label: 'Plans', href: '/plans' },
  { id: 'import', group: 'Do', label: 'Import a release plan', href: '/plans/import' },
  {
    id: 'new-plan',
    group: 'Do',
    label: 'Begin a new plan',
    keywords: 'template',
    href: '/plans/new',
  },
  {
    id: 'bring-in',
    group: 'Do',
    label: 'Bring in toggles',
    keywords: 'flipper export features.yml migrate',
    href: '/toggles/import',
  },
  {
    id: 'freezes',
    group: 'Go to',
    label: 'Freezes',
    keywords: 'calendar stop the line window',
    href: '/freezes',
  },
  {
    id: 'checks',
    group: 'Go to',
    label: 'Which checks bind',
    keywords: 'settings',
    href: '/settings/checks',
  },
  {
    id: 'environments',
    group: 'Go to',
    label: 'Environments',
    keywords: 'settings protect',
    href: '/settings/environments',
  },
  { id: 'people', group: 'Go to', label: 'People', keywords: 'contacts', href: '/people' },
  { id: 'audit', group: 'Go to', label: 'Audit', keywords: 'log history', href: '/audit' },
  {
    id: 'last-hour',
    group: 'Go to',
    label: 'The last hour',
    keywords: 'what changed incident recent flips',
    href: '/audit?last=hour',
  },
  {
    id: 'verify',
    group: 'Do',
    label: 'Verify the audit log',
    keywords: 'prove chain',
    href: '/audit#verification',
  },
]

async function fetchList(path: string): Promise<Listed> {
  const response = await fetch(path)
  return response.ok ? response.json() : {}
}

export function FindAnything() {
  const router = useRouter()
  const [isOpened, setOpened] = useState(false)
  const toggles = useSWR(isOpened ? '/api/v1/toggles?limit=200' : null, fetchList)
  const plans = useSWR(isOpened ? '/api/v1/release-plans?limit=100' : null, fetchList)
  const items: PaletteItem[] = [
    ...PAGES,
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
    ...(toggles.data?.toggles ?? []).flatMap(rollBackItems),
    ...(plans.data?.plans ?? []).map(({ slug, title }) => ({
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
