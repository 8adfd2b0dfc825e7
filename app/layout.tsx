import '@fontsource-variable/public-sans/wght.css'
import '@fontsource-variable/public-sans/wght-italic.css'
import './globals.css'
import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'

export const metadata: Metadata = {
  title: { default: 'Rollcall', template: '%s · Rollcall' },
  description: 'Release control for teams that ship behind feature toggles.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for its request: a page made at build time could not carry the nonce that
  // the content security policy asks of each script.
  await connection()
  return (
    <html lang="en">
      <head>
        {/* React Aria adds a style element unless one of this name is there; a strict policy would
            refuse it. What it would say is in the kit's base.css. */}
        <meta id="react-aria-pressable-style" name="touch-action" content="in-stylesheet" />
      </head>
      <body>{children}</body>
    </html>
  )
}
