import type { Finding } from '#app/assessment/rules/functioning.ts'
import type { Profession } from '#app/assessment/rules/team.ts'

/** Beside an expert's writing, as screens take it: instants are ISO texts. */
export type BesideExpertise = {
  /** The parents', in their order. */
  wishes: readonly { id: string; text: string }[]
  /** Everybody of the team, and who left it after handing in. */
  colleagues: readonly {
    personId: string
    name: string
    profession: Profession
    isLead: boolean
    submittedAt: string | null
  }[]
  /** What was handed in for the period before. */
  earlier: readonly (Finding & { profession: Profession; name: string })[]
}
