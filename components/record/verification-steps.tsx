import type { HowToVerify } from '../../domain/record/release-record.ts'
import { RecordSection } from './record-section.tsx'

/** How anybody checks this record, and what that proves and does not. */
export function VerificationSteps({ verification }: { verification: HowToVerify }) {
  const { steps, proves, does_not_prove } = verification
  return (
    <RecordSection id="verify" title="How to verify">
      <p className="mb-4 max-w-reading text-sm">
        Nobody has to believe this page. TOKEN stands for a token of your own; both verifiers are
        one file each that needs Node and nothing else.
      </p>
      <ol className="flex max-w-4xl list-decimal flex-col gap-4 pl-5 text-sm">
        {steps.map(({ does, command, shows }) => (
          <li key={does} className="break-inside-avoid">
            <p className="font-medium">{does}</p>
            <pre className="my-1.5 bg-well px-3 py-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere print:border print:border-rule">
              {command}
            </pre>
            <p className="max-w-reading text-ink-soft">{shows}</p>
          </li>
        ))}
      </ol>
      <Claims title="What that proves" claims={proves} />
      <Claims title="What it does not prove" claims={does_not_prove} />
    </RecordSection>
  )
}

function Claims({ title, claims }: { title: string; claims: readonly string[] }) {
  return (
    <section aria-label={title} className="mt-6">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul className="flex max-w-reading list-disc flex-col gap-1 pl-5 text-sm">
        {claims.map((claim) => (
          <li key={claim}>{claim}</li>
        ))}
      </ul>
    </section>
  )
}
