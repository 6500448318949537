import type { Context } from '#app/people/context.server.ts'
import { recordAudit } from '#app/people/record-audit.server.ts'
import { transact } from '#app/platform/db/transact.server.ts'
import { accept, refuse, type Result } from '#app/platform/result.ts'
import { mayManageProvider } from './may-manage-provider.server.ts'
import type { NewSpecialist } from './register-store.server.ts'
import { insertSpecialist } from './register-store.server.ts'

export type AddSpecialistInput = NewSpecialist
export type AddSpecialistRefusal = {
  kind:
    | 'not-found'
    | 'no-language'
    | 'unknown-language'
    | 'education-missing'
    | 'clearance-missing'
    | 'ends-before-it-begins'
}

const languageCode = /^[a-z]{2,3}$/

/**
 * Adds a specialist to a provider: its manager, or an administrator of a municipality that accepted it. Whoever works
 * with children shows an education and a clearance (Children's Rights Law, section 72); without a valid one on a day
 * the specialist cannot be booked on it. Languages are ISO 639 codes: of two letters, or of three where there are none
 * of two, such as `lsl`, Latvian Sign Language.
 */
export async function addSpecialist(
  ctx: Context,
  input: AddSpecialistInput,
): Promise<Result<{ specialistId: string }, AddSpecialistRefusal>> {
  const wrong = refusalOf(input)
  if (wrong !== null) return refuse({ kind: wrong })
  return transact<{ specialistId: string }, AddSpecialistRefusal>(ctx, async (tx) => {
    if (!(await mayManageProvider(ctx, tx, input.providerId))) return refuse({ kind: 'not-found' })
    const specialistId = await insertSpecialist(tx, input)
    await recordAudit(ctx, tx, { action: 'specialist.add', subject: { kind: 'specialist', id: specialistId } })
    return accept({ specialistId })
  })
}

function refusalOf({ languages, credentials }: AddSpecialistInput): AddSpecialistRefusal['kind'] | null {
  if (languages.length === 0) return 'no-language'
  if (languages.some((code) => !languageCode.test(code))) return 'unknown-language'
  if (!credentials.some(({ kind }) => kind === 'education')) return 'education-missing'
  if (!credentials.some(({ kind }) => kind === 'clearance')) return 'clearance-missing'
  const isBackward = credentials.some(
    ({ validFrom, validTo }) => validTo !== null && Temporal.PlainDate.compare(validFrom, validTo) >= 0,
  )
  return isBackward ? 'ends-before-it-begins' : null
}
