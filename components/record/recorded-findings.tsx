import type { ReleaseRecord } from '../../domain/record/release-record.ts'
import { None, RecordSection } from './record-section.tsx'
import { ToldBy } from './told-entry.tsx'

/** What was found in the text, and who has seen it. */
export function RecordedFindings({ findings }: Pick<ReleaseRecord, 'findings'>) {
  const { total, shown } = findings
  return (
    <RecordSection id="findings" title="Findings">
      {total === 0 && <None>The text contradicts itself nowhere that Rollcall looks.</None>}
      {total > shown.length && (
        <p className="mb-3 text-sm">
          {total} findings in all; the first {shown.length} stand here.
        </p>
      )}
      <ul className="max-w-reading text-sm">
        {shown.map(({ id, message, line, acknowledged, note }) => (
          <li key={id} className="break-inside-avoid border-b border-rule py-2">
            <p>
              Line {line}: {message}
            </p>
            {acknowledged ? (
              <p className="text-ink-soft">
                Acknowledged by <ToldBy told={acknowledged} />
                {note && `: “${note}”`}
              </p>
            ) : (
              <p>
                <strong>Nobody has acknowledged it.</strong>
              </p>
            )}
          </li>
        ))}
      </ul>
    </RecordSection>
  )
}
