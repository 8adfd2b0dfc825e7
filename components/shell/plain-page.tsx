import type { ReactNode } from 'react'
import { ProductMark } from './product-mark.tsx'

/** A page outside the frame: signing in, nothing found, something broke. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-reading flex-col px-6 pt-[16vh] pb-16">
      <p className="mb-8 flex items-center gap-2 text-lg font-bold tracking-tight">
        <ProductMark className="text-accent" />
        Rollcall
      </p>
      <h1 className="mb-3 text-2xl font-bold tracking-tight">{title}</h1>
      <div className="flex flex-col items-start gap-4">{children}</div>
    </main>
  )
}
