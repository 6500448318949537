/** A link in a mail works once and this long. */
export const linkLifetime_minutes = 15

/** Requests for one mail address, and from one place on the network, within the window. */
export const requestWindow_minutes = 15
export const requestsPerEmail = 5
/** A whole town hall may sit behind one address. */
export const requestsPerClient = 30

/** Known and unknown addresses count alike, so that the limit does not tell them apart. */
export function mayRequestLink(recent: { forEmail: number; fromClient: number }): boolean {
  return recent.forEmail < requestsPerEmail && recent.fromClient < requestsPerClient
}
