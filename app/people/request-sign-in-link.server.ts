import type { OpenContext } from '#app/people/context.server.ts'
import { deriveKey, keyedHash } from '#app/people/derive-key.server.ts'
import { linkLifetime_minutes, mayRequestLink, requestWindow_minutes } from '#app/people/rules/sign-in-limits.ts'
import { hashToken, newToken } from '#app/people/session-store.server.ts'
import { countRequests, findAddressee, insertLink, queueUp } from '#app/people/sign-in-store.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Locale } from '#app/paraglide/runtime.js'
import type { Config } from '#app/platform/config.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { renderMail } from '#app/platform/mail/mail-layout.tsx'
import { queueMail } from '#app/platform/mail/mail-queue.server.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

export type SignInLinkInput = {
  /** As typed; case and spaces around it do not matter. */
  email: string
  /** Network address of the browser. */
  clientAddress: string
  /** The visitor's language, for an address without a person. */
  locale: Locale
  /** The page to open afterwards, a path on this server. */
  to: string | null
}

export type SignInLinkRefusal = { kind: 'too-many-requests' }

const nowhere = { tenant: null, provider: null }

/**
 * Mails a link that signs its reader in: once, within 15 minutes. Known and unknown addresses get the same answer after
 * the same work, and count towards the same limits (5 an address, 30 a network address in 15 minutes).
 */
export async function requestSignInLink(
  ctx: OpenContext & { config: Pick<Config, 'secretKey' | 'publicUrl'> },
  input: SignInLinkInput,
): Promise<Result<null, SignInLinkRefusal>> {
  const now = ctx.clock.now()
  const email = input.email.trim().toLowerCase()
  const key = deriveKey(ctx.config.secretKey, 'sign-in-limits')
  const emailHash = keyedHash(key, email)
  const clientHash = keyedHash(key, input.clientAddress)
  const token = newToken()
  return transact<null, SignInLinkRefusal>({ db: ctx.db, scope: nowhere }, async (tx) => {
    await queueUp(tx, [emailHash, clientHash])
    const recent = await countRequests(tx, {
      emailHash,
      clientHash,
      since: now.subtract({ minutes: requestWindow_minutes }),
    })
    if (!mayRequestLink(recent)) return refuse({ kind: 'too-many-requests' })
    const person = await findAddressee(tx, email)
    const linkId = await insertLink(tx, {
      tokenHash: hashToken(token),
      personId: person?.id ?? null,
      emailHash,
      clientHash,
      requestedAt: now,
      expiresAt: now.add({ minutes: linkLifetime_minutes }),
    })
    const mail = signInMail({
      locale: person?.locale ?? input.locale,
      href: linkTo(ctx.config.publicUrl, token, input.to),
    })
    const isKnown = person !== null
    await queueMail(
      tx,
      { ...mail, personId: person?.id ?? null, toAddress: email, at: now, dedupeKey: `sign-in:${linkId}` },
      isKnown,
    )
    return accept(null)
  })
}

function linkTo(publicUrl: URL, token: string, to: string | null): string {
  const url = new URL('/sign-in/confirm', publicUrl)
  url.searchParams.set('token', token)
  if (to !== null) url.searchParams.set('to', to)
  return url.href
}

function signInMail({ locale, href }: { locale: Locale; href: string }) {
  const say = { locale }
  return renderMail({
    locale,
    subject: m.people_mail_sign_in_subject({}, say),
    greeting: m.people_mail_greeting({}, say),
    paragraphs: [m.people_mail_sign_in_how({ minutes: linkLifetime_minutes }, say)],
    action: { label: m.people_mail_sign_in_action({}, say), href },
    closing: m.people_mail_sign_in_closing({}, say),
  })
}
