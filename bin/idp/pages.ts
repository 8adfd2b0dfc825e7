import { DEMO_PEOPLE } from '../../prisma/demo-people.ts'
import { escapeHtml, page } from './page.ts'

const WHAT_THIS_IS = `<p>This page stands in for your agency’s identity provider. It belongs to the demo, runs on this machine alone and asks for no password: choose whom to sign in as. The people are invented.</p>`

/** The list of the demo's people, one button each; `current` is the subject who signed in last. */
export function signInPage(uid: string, current: string | undefined): string {
  const rows = DEMO_PEOPLE.map(({ key, name, title, subject }) => {
    const last = subject === current ? '<span class="last">signed in last</span>' : ''
    return `<li><button name="person" value="${escapeHtml(key)}"><strong>${escapeHtml(name)}</strong> <span class="title">${escapeHtml(title)}</span>${last}</button></li>`
  })
  return page(
    'Who is signing in?',
    `${WHAT_THIS_IS}
<form method="post" action="/interaction/${escapeHtml(uid)}">
<ul>
${rows.join('\n')}
</ul>
</form>`,
  )
}

/** What somebody sees who comes here without being sent by the app. */
export function aboutPage(app: string): string {
  return page(
    'Nobody is signing in right now',
    `<p>This page stands in for your agency’s identity provider in Rollcall’s demo. Signing in starts in Rollcall.</p>
<p><a href="${escapeHtml(app)}">Go to Rollcall</a></p>`,
  )
}

/** What went wrong, and the way back. */
export function errorPage(reason: string, app: string): string {
  return page(
    'This sign-in cannot go on',
    `<p>The reason: ${escapeHtml(reason)}. Nobody was signed in. Start again in Rollcall.</p>
<p><a href="${escapeHtml(app)}">Go to Rollcall</a></p>`,
  )
}

/** Asks before signing out; `form` is the provider's own, with its token against forgery. */
export function signOutPage(form: string): string {
  return page(
    'Sign out here too?',
    `<p>You are leaving Rollcall. The demo’s identity provider still remembers you.</p>
${form}
<p class="choices"><button class="plain" type="submit" form="op.logoutForm" name="logout" value="yes">Sign out</button>
<button class="plain quiet" type="submit" form="op.logoutForm">Stay signed in</button></p>`,
  )
}

/** After signing out, when the app did not say where to go. */
export function signedOutPage(app: string): string {
  return page(
    'You are signed out',
    `<p>The demo’s identity provider has forgotten you.</p>
<p><a href="${escapeHtml(app)}">Go to Rollcall</a></p>`,
  )
}
