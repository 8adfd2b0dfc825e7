import type { FilterFields } from '../../domain/audit/entry-query.ts'
import { buttonLook } from '../ui/button-look.ts'
import { exportAddress } from './audit-query.ts'

/** Files of what the filters let through; that they were taken is an entry itself. */
export function ExportLinks({ fields }: { fields: FilterFields }) {
  return (
    <>
      <a
        href={exportAddress('jsonl', fields)}
        download
        className={buttonLook('secondary', 'regular')}
      >
        Export for verifying
        <span className="font-normal text-ink-soft">JSON Lines</span>
      </a>
      <a
        href={exportAddress('csv', fields)}
        download
        className={buttonLook('secondary', 'regular')}
      >
        Export for people
        <span className="font-normal text-ink-soft">CSV</span>
      </a>
      <a
        href={exportAddress('ocsf', fields)}
        download
        className={buttonLook('secondary', 'regular')}
      >
        Export for a SIEM
        <span className="font-normal text-ink-soft">OCSF</span>
      </a>
    </>
  )
}
