import { Disclosure } from '../ui/disclosure.tsx'

/** What a verification proves and what it does not, in plain words. */
export function WhatItProves({ covered }: { covered: boolean }) {
  return (
    <Disclosure summary="What this proves, and what it does not">
      <div className="flex max-w-reading flex-col gap-3 text-sm">
        <p>
          Each entry is sealed with a hash over its content, its number, its time and the hash of
          the entry before it. A verification recomputes all of them. When the log holds, no entry
          was changed, moved, slipped in or taken out of the middle since it was sealed, and every
          plan, toggle and role stands as its newest entry says. Looking at texts and changes too
          shows that the reasons and the values before and after are the ones that were sealed.
        </p>
        <p>
          It does not show that somebody with full control of the database server did not write the
          whole log anew, or cut off its end. Only a head that was kept elsewhere shows that.{' '}
          {covered
            ? 'Signed heads leave this installation every five minutes: whoever keeps them can tell, for every entry up to the newest of them, and for none after it. They prove as much as the place where they are kept is out of reach of whoever runs this database and holds the key.'
            : 'No signed head has left this installation yet: the log is not covered from outside.'}
        </p>
        <p>
          Nor does it say whether an entry was right: it says that it is the one that was written.
        </p>
        <p>
          Anybody can verify without Rollcall: export the log as JSON Lines and run{' '}
          <code className="font-mono wrap-anywhere">
            node bin/verify-audit.mjs rollcall-audit.jsonl
          </code>{' '}
          on a machine with Node. It is one file that needs nothing else.
        </p>
      </div>
    </Disclosure>
  )
}
