import { TimeStamp } from '../ui/time-stamp.tsx'
import type { ShownHeadKey } from './shown-heads.ts'

/** The public keys that heads verify with, and how to verify. */
export function HeadKeys({ keys }: { keys: readonly ShownHeadKey[] }) {
  return (
    <section aria-labelledby="head-keys" className="flex max-w-3xl flex-col gap-4">
      <h2 id="head-keys" className="text-lg font-semibold">
        Keys
      </h2>
      <p className="max-w-reading text-ink-soft">
        Compare the key with the one that was handed over when the installation was set up: a key
        that is only read here proves as much as this page does. Verify an export against a head
        that was kept elsewhere:
      </p>
      <pre className="bg-well p-3 text-sm whitespace-pre-wrap wrap-anywhere">
        <code>node verify-audit.mjs EXPORT.jsonl --head HEAD.json --public-key KEY.pem</code>
      </pre>
      <ul className="flex flex-col gap-4">
        {keys.map((key) => (
          <li key={key.key_id} className="border-t border-rule pt-3">
            <p className="flex flex-wrap gap-x-3">
              <strong>{key.retired ? 'Retired' : 'Signs now'}</strong>
              <span>{key.alg}</span>
              <span className="text-ink-soft">
                on record since <TimeStamp at={key.since} />
              </span>
              <a
                className="link"
                href={`data:application/x-pem-file,${encodeURIComponent(key.public_key)}`}
                download={`head-key-${key.key_id.slice(0, 8)}.pem`}
              >
                KEY.pem
              </a>
            </p>
            <code className="font-mono text-xs text-ink-soft wrap-anywhere">{key.key_id}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}
