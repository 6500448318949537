import { type Role, roles } from '#app/people/rules/roles.ts'
import { personActor } from '../../../prisma/demo/cast.ts'

/** People of the demonstration who try every door, one for each hat. */
export const hats = {
  /** Agnese: Emīls, in Lejasupes novads. */
  guardian: { role: 'guardian', grantId: grantOf('agnese', 'guardian') },
  /** Kristīne: an assistant, often with Emīls. */
  specialist: { role: 'specialist', grantId: grantOf('kristine', 'specialist') },
  /** The association of assistants, which serves both municipalities. */
  provider_manager: { role: 'provider_manager', grantId: grantOf('manager of assistants', 'provider_manager') },
  expert: { role: 'expert', grantId: grantOf('uldis', 'expert') },
  /** Sanita: Emīls and Elza, not Tince; all of Lejasupes novads, as the other staff here. */
  social_worker: { role: 'social_worker', grantId: grantOf('sanita', 'social_worker') },
  finance_officer: { role: 'finance_officer', grantId: grantOf('inese', 'finance_officer') },
  payout_approver: { role: 'payout_approver', grantId: grantOf('vilnis', 'payout_approver') },
  municipality_administrator: {
    role: 'municipality_administrator',
    grantId: grantOf('arvis', 'municipality_administrator'),
  },
  /** Nobody of the demonstration: the test gives one person this hat. */
  ministry_analyst: { role: 'ministry_analyst', grantId: '7b0c4f86-53f1-4c5e-9f3e-0d3c5c1f2a11' },
} as const satisfies Record<Role, { role: Role; grantId: string }>

export type Hat = keyof typeof hats

export const hatNames: readonly Hat[] = roles

export const staff = ['social_worker', 'finance_officer', 'payout_approver', 'municipality_administrator'] as const
export const payers = ['finance_officer', 'payout_approver', 'municipality_administrator'] as const

function grantOf(key: string, role: Role): string {
  return personActor(key, role).roleGrantId
}
