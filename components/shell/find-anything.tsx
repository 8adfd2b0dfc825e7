'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import useSWR from 'swr'
import { CommandPaletteOpener } from '../ui/command-palette-opener.tsx'
import type { PaletteItem } from '../ui/palette-items.ts'

interface Listed {
  toggles?: readonly { readonly key: string; readonly description: string }[]
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
