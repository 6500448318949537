import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import type { NewProvider } from './register-store.server.ts'
import { insertProvider, insertSite } from './register-store.server.ts'
import type { IbanRefusal } from './rules/iban.ts'
import { parseIban } from './rules/iban.ts'
import type { RegistrationNumberRefusal } from './rules/registration-number.ts'
import { parseRegistrationNumber } from './rules/registration-number.ts'

export type RegisterProviderInput = NewProvider
export type RegisterProviderRefusal =
  | { kind: 'not-allowed' | 'registration-number-missing' | 'already-registered' }
  | { kind: 'wrong-iban'; because: IbanRefusal }
  | { kind: 'wrong-registration-number'; because: RegistrationNumberRefusal }

/**
 * A municipality's administrator enters a provider into the register that all municipalities share, with its places
 * in the order given. An organisation needs a registration number, a self-employed person has none. The provider
 * serves nobody until a municipality accepts it.
 */
export async function registerProvider(
  ctx: Context,
  input: RegisterProviderInput,
): Promise<Result<{ providerId: string; siteIds: string[] }, RegisterProviderRefusal>> {
  if (ctx.actor.role !== 'municipality_administrator') return refuse({ kind: 'not-allowed' })
  const iban = parseIban(input.iban)
  if (!iban.ok) return refuse({ kind: 'wrong-iban', because: iban.refusal })
  if (input.kind === 'organisation' && input.registrationNo === null) {
    return refuse({ kind: 'registration-number-missing' })
  }
  const number = input.registrationNo === null ? accept(null) : parseRegistrationNumber(input.registrationNo)
  if (!number.ok) return refuse({ kind: 'wrong-registration-number', because: number.refusal })

  return transact<{ providerId: string; siteIds: string[] }, RegisterProviderRefusal>(
    ctx,
    async (tx) => {
      const providerId = await insertProvider(tx, { ...input, iban: iban.value, registrationNo: number.value })
      const siteIds: string[] = []
      for (const site of input.sites) siteIds.push(await insertSite(tx, providerId, site))
      await recordAudit(ctx, tx, { action: 'provider.register', subject: { kind: 'provider', id: providerId } })
      return accept({ providerId, siteIds })
    },
    { provider_registration_no_key: { kind: 'already-registered' } },
  )
}
