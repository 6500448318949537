import type { RouterContextProvider } from 'react-router'
import type { IntakeVault } from '#app/intake/intake-vault.server.ts'
import { openIntakeVault } from '#app/intake/intake-vault.server.ts'
import { portalContext } from '#app/platform/http/portal-context.ts'

/** The vault of this installation. */
export function vaultOf(context: Readonly<RouterContextProvider>): IntakeVault {
  return openIntakeVault(context.get(portalContext).config)
}
