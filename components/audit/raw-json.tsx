import { Disclosure } from '../ui/disclosure.tsx'

/** The hashed text of an entry, laid out to be read. */
export function RawJson({ payload }: { payload: string }) {
  return (
    <Disclosure summary="Raw JSON">
      <pre className="overflow-x-auto bg-well p-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
        {JSON.stringify(JSON.parse(payload), null, 2)}
      </pre>
    </Disclosure>
  )
}
